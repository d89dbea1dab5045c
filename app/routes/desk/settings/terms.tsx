import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { requireStaff } from "~/http/actor.server";
import { localeOf } from "~/http/locale.server";
import { readProgramSettings } from "~/journeys/read-program-settings.server";
import { DEFAULT_CLAUSES } from "~/programs/default-terms";
import { figuresOf, fillText } from "~/programs/program-copy";
import { BackLink } from "~/ui/components/BackLink";
import { Card } from "~/ui/components/Card";
import { DateTime } from "~/ui/components/DateTime";
import { Notice } from "~/ui/components/Notice";
import { Page } from "~/ui/components/Page";
import { PageTitle } from "~/ui/components/PageTitle";
import { formatter } from "~/ui/format";
import { useT } from "~/ui/i18n";
import type { PageHandle } from "~/ui/page-handle";
import { ProgramLinks } from "~/ui/settings/ProgramLinks";
import { TermsEditor } from "~/ui/settings/TermsEditor";
import { draftTerms } from "./draft-terms.server";

type Loaded = Awaited<ReturnType<typeof loader>>;

export const handle = {
  title: (data, t) => {
    // Where an error took the place of the page there is nothing loaded.
    const loaded = data as Loaded | null;
    return loaded ? t("settings.terms.title", { program: loaded.title }) : t("settings.index.terms");
  },
} satisfies PageHandle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { roles } = await requireStaff(request);
  const locale = localeOf(request);
  const { program, company, terms } = await readProgramSettings(params.slug ?? "");
  const { copy, rules } = program.version;
  const [latest] = terms;
  return {
    mayChange: roles.includes("owner"),
    program: { slug: program.slug, status: program.status },
    zone: program.calendar.zone,
    title: fillText(copy[locale].title, figuresOf(rules, company, formatter(locale))),
    current: latest ? { number: latest.number, clauses: latest.clauses } : null,
    clauses: latest?.clauses ?? [...DEFAULT_CLAUSES],
    history: terms.map(({ number, publishedAt, publisher }) => ({ number, publishedAt, publisher })),
    published: new URL(request.url).searchParams.get("done") === "published",
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { personId } = await requireStaff(request, "owner");
  return draftTerms(request, params.slug ?? "", `person:${personId}`);
}

export default function TermsSettingsPage() {
  const t = useT();
  const reply = useActionData<typeof action>();
  const { mayChange, program, zone, title, current, clauses, history, published } =
    useLoaderData<typeof loader>();
  return (
    <Page width="wide">
      <PageTitle
        back={<BackLink to="/desk/settings">{t("settings.index.back")}</BackLink>}
        lead={t(current ? "settings.terms.lead" : "settings.terms.firstLead")}
        aside={<ProgramLinks slug={program.slug} status={program.status} here="terms" />}
      >
        {t("settings.terms.title", { program: title })}
      </PageTitle>
      {published && current ? (
        <Notice tone="done" live>
          {t("settings.terms.published", { number: current.number })}
        </Notice>
      ) : null}
      {mayChange ? null : <Notice>{t("settings.readOnly")}</Notice>}
      <TermsEditor
        key={current?.number ?? 0}
        current={current}
        clauses={clauses}
        mayChange={mayChange}
        reply={reply}
      />
      {history.length > 0 ? (
        <Card title={t("settings.terms.history")}>
          <ul className="flex flex-col gap-2">
            {history.map(({ number, publishedAt, publisher }) => (
              <li key={number} className="flex flex-wrap gap-x-4">
                {program.status === "draft" ? (
                  <span className="font-semibold">{t("common.version", { number })}</span>
                ) : (
                  <Link to={`/p/${program.slug}/terms?version=${number}`} className="link">
                    {t("settings.terms.read", { number })}
                  </Link>
                )}
                <DateTime at={publishedAt} zone={zone} show="day" />
                <span className="text-muted">{publisher ?? t("settings.program.bySystem")}</span>
              </li>
            ))}
          </ul>
        </Card>
      ) : null}
    </Page>
  );
}
