import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { localeOf } from "~/http/locale.server";
import { getCompany } from "~/programs/get-company.server";
import { listLivePrograms } from "~/programs/list-live-programs.server";
import { figuresOf, fillText } from "~/programs/program-copy";
import { Card } from "~/ui/components/Card";
import { EmptyState } from "~/ui/components/EmptyState";
import { LinkButton } from "~/ui/components/LinkButton";
import { Page } from "~/ui/components/Page";
import { PageTitle } from "~/ui/components/PageTitle";
import { formatter } from "~/ui/format";
import { useT } from "~/ui/i18n";
import { SiteLayout } from "~/ui/layouts/SiteLayout";

export async function loader({ request }: LoaderFunctionArgs) {
  const locale = localeOf(request);
  const [{ name }, programs] = await Promise.all([getCompany(), listLivePrograms()]);
  return {
    company: name,
    programs: programs.map(({ slug, version: { rules, copy } }) => {
      const figures = figuresOf(rules, name, formatter(locale));
      return {
        slug,
        title: fillText(copy[locale].title, figures),
        promise: fillText(copy[locale].promise, figures),
      };
    }),
  };
}

export default function Home() {
  const t = useT();
  const { company, programs } = useLoaderData<typeof loader>();
  return (
    <SiteLayout>
      <Page>
        <PageTitle lead={t("site.home.lead", { company })}>{t("site.home.title")}</PageTitle>
        {programs.length > 0 ? (
          <section className="flex flex-col gap-4" aria-labelledby="programs">
            <h2 id="programs" className="text-lg">
              {t("site.home.programs")}
            </h2>
            {programs.map(({ slug, title, promise }) => (
              <article
                key={slug}
                className="flex flex-col items-start gap-3 rounded-lg border border-hairline bg-surface p-5 shadow-soft sm:p-6"
              >
                <h3 className="text-lg">{title}</h3>
                <p className="measure">{promise}</p>
                <LinkButton to={`/p/${slug}`} aria-label={`${t("site.home.see")}: ${title}`}>
                  {t("site.home.see")}
                </LinkButton>
              </article>
            ))}
          </section>
        ) : (
          <EmptyState
            title={t("site.home.soonTitle")}
            action={<LinkButton to="/sign-in">{t("site.home.signIn")}</LinkButton>}
          >
            <p>{t("site.home.soonBody")}</p>
          </EmptyState>
        )}
        <Card title={t("site.home.how")}>
          <ol className="flex list-decimal flex-col gap-3 pl-5">
            <li>{t("site.home.step1")}</li>
            <li>{t("site.home.step2")}</li>
            <li>{t("site.home.step3")}</li>
          </ol>
        </Card>
      </Page>
    </SiteLayout>
  );
}
