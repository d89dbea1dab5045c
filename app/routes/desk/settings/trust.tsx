import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireStaff } from "~/http/actor.server";
import { parseForm } from "~/http/form.server";
import { localeOf } from "~/http/locale.server";
import { readProgramSettings } from "~/journeys/read-program-settings.server";
import { saveTrustPolicy } from "~/journeys/save-trust-policy.server";
import { figuresOf, fillText } from "~/programs/program-copy";
import { measureRules } from "~/reports/measure-rules.server";
import { getTrustPolicy } from "~/trust/get-trust-policy.server";
import { ADVISABLE_RULES } from "~/trust/trust-policy";
import { trustPolicyForm } from "~/trust/trust-policy-schema";
import { BackLink } from "~/ui/components/BackLink";
import { Card } from "~/ui/components/Card";
import { Notice } from "~/ui/components/Notice";
import { Page } from "~/ui/components/Page";
import { PageTitle } from "~/ui/components/PageTitle";
import { formatter } from "~/ui/format";
import { useT } from "~/ui/i18n";
import type { PageHandle } from "~/ui/page-handle";
import { ProgramLinks } from "~/ui/settings/ProgramLinks";
import { RuleWorth } from "~/ui/settings/RuleWorth";
import { TrustEditor } from "~/ui/settings/TrustEditor";
import { useRuleName } from "~/ui/settings/use-rule-name";

type Loaded = Awaited<ReturnType<typeof loader>>;

export const handle = {
  title: (data, t) => {
    // Where an error took the place of the page there is nothing loaded.
    const loaded = data as Loaded | null;
    return loaded ? t("trust.settings.title", { program: loaded.title }) : t("trust.settings.link");
  },
} satisfies PageHandle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { roles } = await requireStaff(request);
  const { program, company } = await readProgramSettings(params.slug ?? "");
  const { copy, rules } = program.version;
  const locale = localeOf(request);
  return {
    mayChange: roles.includes("owner"),
    program: { slug: program.slug, status: program.status },
    title: fillText(copy[locale].title, figuresOf(rules, company, formatter(locale))),
    policy: await getTrustPolicy(program.id),
    records: await measureRules(program.id),
    saved: new URL(request.url).searchParams.has("saved"),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { personId } = await requireStaff(request, "owner");
  const { program } = await readProgramSettings(params.slug ?? "");
  const form = await parseForm(request, trustPolicyForm);
  if (!form.ok) return form.answer;
  await saveTrustPolicy({ programId: program.id, by: `person:${personId}`, policy: form.value });
  return redirect(`/desk/settings/trust/${program.slug}?saved`, 303);
}

export default function TrustSettingsPage() {
  const t = useT();
  const reply = useActionData<typeof action>();
  const { mayChange, program, title, policy, records, saved } = useLoaderData<typeof loader>();
  const ruleName = useRuleName();
  const always = records.filter(({ rule }) => !ADVISABLE_RULES.some((one) => one === rule));
  return (
    <Page width="wide">
      <PageTitle
        back={<BackLink to="/desk/settings">{t("settings.index.back")}</BackLink>}
        lead={t("trust.settings.lead")}
        aside={<ProgramLinks slug={program.slug} status={program.status} here="trust" />}
      >
        {t("trust.settings.title", { program: title })}
      </PageTitle>
      {saved ? (
        <Notice tone="done" live>
          {t("trust.settings.saved")}
        </Notice>
      ) : null}
      {mayChange ? null : <Notice>{t("settings.readOnly")}</Notice>}
      <TrustEditor policy={policy} records={records} mayChange={mayChange} reply={reply} />
      {always.length > 0 ? (
        <Card title={t("trust.settings.others")}>
          <p className="measure text-muted">{t("trust.settings.othersLead")}</p>
          <ul className="flex flex-col gap-3">
            {always.map((record) => (
              <li key={record.rule}>
                <p>{ruleName(record.rule)}</p>
                <p className="text-sm text-muted">
                  <RuleWorth record={record} />
                </p>
              </li>
            ))}
          </ul>
        </Card>
      ) : null}
    </Page>
  );
}
