import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { localeOf } from "~/http/locale.server";
import { NotFoundError } from "~/platform/errors";
import { getCompany } from "~/programs/get-company.server";
import { getProgramBySlug } from "~/programs/get-program-by-slug.server";
import { conditionsOf } from "~/programs/program-conditions";
import { firstRule } from "~/programs/reward-rule";
import { figuresOf, fillCopy } from "~/programs/program-copy";
import { exampleOf } from "~/programs/program-rules";
import { Card } from "~/ui/components/Card";
import { Notice } from "~/ui/components/Notice";
import { Page } from "~/ui/components/Page";
import { PageTitle } from "~/ui/components/PageTitle";
import { formatter } from "~/ui/format";
import { useFormat, useT } from "~/ui/i18n";
import { SiteLayout } from "~/ui/layouts/SiteLayout";
import type { PageHandle } from "~/ui/page-handle";
import { ClauseList } from "~/ui/programs/ClauseList";
import { Conditions } from "~/ui/programs/Conditions";
import { JoinInvitation } from "~/ui/programs/JoinInvitation";
import { WorkedExample } from "~/ui/programs/WorkedExample";

type Loaded = Awaited<ReturnType<typeof loader>>;

// Where an error took the place of the page there is nothing loaded.
export const handle = {
  title: (data, t) => (data as Loaded | null)?.copy.title ?? t("common.nav.programs"),
} satisfies PageHandle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const program = await getProgramBySlug(params.slug ?? "");
  const { slug, type, status, joinPolicy, calendar, version, terms } = program;
  if (status === "draft" || !terms) throw new NotFoundError("program");
  const locale = localeOf(request);
  const company = await getCompany();
  const invite = new URL(request.url).searchParams.get("invite");
  return {
    program: { slug, type, status, joinPolicy },
    zone: calendar.zone,
    company: company.name,
    copy: fillCopy(version.copy[locale], figuresOf(version.rules, company.name, formatter(locale))),
    example: exampleOf(version.rules),
    conditions: conditionsOf(version.rules),
    terms: { number: terms.number, publishedAt: terms.publishedAt, clauses: terms.clauses },
    // Whether the invitation is good is told after signing in, so that nobody can try them out here.
    invite: invite && /^[\w-]{8,128}$/.test(invite) ? invite : null,
  };
}

export default function ProgramPage() {
  const t = useT();
  const format = useFormat();
  const { program, zone, company, copy, example, conditions, terms, invite } = useLoaderData<typeof loader>();
  const percentage = [firstRule(conditions.rewards)?.worth, conditions.friendOffer].some((benefit) => benefit?.kind === "percent");
  return (
    <SiteLayout>
      <Page>
        <PageTitle lead={copy.promise}>{copy.title}</PageTitle>
        {program.status === "live" ? (
          <JoinInvitation slug={program.slug} policy={program.joinPolicy} invite={invite} />
        ) : (
          <Notice>{t(program.status === "paused" ? "site.program.paused" : "site.program.ended")}</Notice>
        )}
        <section className="flex flex-col gap-4">
          <h2 className="text-lg">{t("site.program.happens")}</h2>
          <ol className="flex list-none flex-col gap-4">
            {copy.steps.map((step, index) => (
              <li key={step} className="flex items-baseline gap-4">
                <span aria-hidden="true" className="w-6 shrink-0 font-serif text-xl text-accent">
                  {index + 1}
                </span>
                <span className="measure">{step}</span>
              </li>
            ))}
          </ol>
        </section>
        <Card title={t("site.program.example.title")}>
          <WorkedExample
            example={example}
            type={program.type}
            rail={conditions.rail}
            percentage={percentage}
          />
        </Card>
        <Card title={t("conditions.title")}>
          <Conditions conditions={conditions} type={program.type} />
        </Card>
        <section className="flex flex-col gap-3">
          <h2 className="text-lg">{t("site.program.values", { company })}</h2>
          <p className="measure whitespace-pre-line">{copy.values}</p>
        </section>
        <Card
          id="terms"
          title={t("site.program.terms")}
          aside={
            <span className="text-sm text-muted">
              {t("site.program.termsVersion", {
                number: terms.number,
                date: format.date(terms.publishedAt, zone),
              })}
            </span>
          }
        >
          <ClauseList clauses={terms.clauses} folded />
          <p>
            <Link to={`/p/${program.slug}/terms`} className="link">
              {t("site.program.termsAlone")}
            </Link>
          </p>
        </Card>
      </Page>
    </SiteLayout>
  );
}
