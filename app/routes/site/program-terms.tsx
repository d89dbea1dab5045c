import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { localeOf } from "~/http/locale.server";
import { NotFoundError } from "~/platform/errors";
import { getCompany } from "~/programs/get-company.server";
import { getProgramBySlug } from "~/programs/get-program-by-slug.server";
import { listProgramHistory } from "~/programs/list-program-history.server";
import { figuresOf, fillText } from "~/programs/program-copy";
import { BackLink } from "~/ui/components/BackLink";
import { Page } from "~/ui/components/Page";
import { PageTitle } from "~/ui/components/PageTitle";
import { formatter } from "~/ui/format";
import { useFormat, useT } from "~/ui/i18n";
import { SiteLayout } from "~/ui/layouts/SiteLayout";
import type { PageHandle } from "~/ui/page-handle";
import { ClauseList } from "~/ui/programs/ClauseList";

type Loaded = Awaited<ReturnType<typeof loader>>;

export const handle = {
  title: (data, t) => {
    // Where an error took the place of the page there is nothing loaded.
    const loaded = data as Loaded | null;
    return loaded ? t("site.terms.title", { program: loaded.program }) : t("site.program.terms");
  },
} satisfies PageHandle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { id, slug, status, calendar, version } = await getProgramBySlug(params.slug ?? "");
  const { terms } = await listProgramHistory(id);
  const asked = new URL(request.url).searchParams.get("version");
  const shown = asked === null ? terms[0] : terms.find(({ number }) => String(number) === asked);
  if (status === "draft" || !shown) throw new NotFoundError("terms");
  const locale = localeOf(request);
  const figures = figuresOf(version.rules, (await getCompany()).name, formatter(locale));
  return {
    program: fillText(version.copy[locale].title, figures),
    slug,
    zone: calendar.zone,
    number: shown.number,
    publishedAt: shown.publishedAt,
    clauses: shown.clauses,
    supersededAt: terms.find(({ number }) => number === shown.number + 1)?.publishedAt ?? null,
    others: terms.map(({ number }) => number).filter((number) => number !== shown.number),
  };
}

export default function ProgramTermsPage() {
  const t = useT();
  const format = useFormat();
  const { program, slug, zone, number, publishedAt, clauses, supersededAt, others } =
    useLoaderData<typeof loader>();
  return (
    <SiteLayout>
      <Page>
        <PageTitle
          lead={t("site.terms.version", { number, date: format.date(publishedAt, zone) })}
          back={<BackLink to={`/p/${slug}`}>{t("site.terms.back")}</BackLink>}
        >
          {t("site.terms.title", { program })}
        </PageTitle>
        <p className="measure">
          {supersededAt
            ? t("site.terms.superseded", { date: format.date(supersededAt, zone) })
            : t("site.terms.current")}
        </p>
        <ClauseList clauses={clauses} level={2} />
        {others.length > 0 ? (
          <nav aria-label={t("site.terms.others")} className="flex flex-wrap gap-x-4 gap-y-2">
            {others.map((other) => (
              <Link key={other} to={`/p/${slug}/terms?version=${other}`} className="link">
                {t("common.version", { number: other })}
              </Link>
            ))}
          </nav>
        ) : null}
      </Page>
    </SiteLayout>
  );
}
