import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, type ShouldRevalidateFunction } from "@remix-run/react";
import { requireStaff } from "~/http/actor.server";
import { localeOf } from "~/http/locale.server";
import { readProgramSettings } from "~/journeys/read-program-settings.server";
import { systemClock } from "~/platform/deps.server";
import { addBusinessDays } from "~/programs/business-calendar";
import { conditionsOf } from "~/programs/program-conditions";
import { figuresOf, fillText } from "~/programs/program-copy";
import { rulesFormValues } from "~/programs/rules-form";
import { calendarFormValues } from "~/programs/setup-form";
import { APPEAL_BUSINESS_DAYS } from "~/rewards/appeal";
import { BackLink } from "~/ui/components/BackLink";
import { Button } from "~/ui/components/Button";
import { Card } from "~/ui/components/Card";
import { Notice } from "~/ui/components/Notice";
import { Page } from "~/ui/components/Page";
import { PageTitle } from "~/ui/components/PageTitle";
import { PostForm } from "~/ui/components/PostForm";
import { formatter } from "~/ui/format";
import { useT } from "~/ui/i18n";
import type { PageHandle } from "~/ui/page-handle";
import { ProgramLinks } from "~/ui/settings/ProgramLinks";
import { ProgramStanding } from "~/ui/settings/ProgramStanding";
import { replyTo } from "~/ui/settings/reply-to";
import { RulesEditor } from "~/ui/settings/RulesEditor";
import { SetupFields } from "~/ui/settings/SetupFields";
import { VersionHistory } from "~/ui/settings/VersionHistory";
import { changeProgram } from "./change-program.server";
import { effectOf } from "./rules-effect.server";

export const handle = { title: "settings.program.title" } satisfies PageHandle;

const DONE = ["published", "setup", "status"] as const;

// The example that follows the typing changes nothing that was loaded. One that is answered while the page is on its way to
// the news of a publication ends that way, and so has to bring the news itself.
export const shouldRevalidate: ShouldRevalidateFunction = ({ formData, currentUrl, nextUrl, defaultShouldRevalidate }) =>
  formData?.get("intent") === "preview" && nextUrl.href === currentUrl.href ? false : defaultShouldRevalidate;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { roles } = await requireStaff(request);
  const locale = localeOf(request);
  const { program, company, versions, terms } = await readProgramSettings(params.slug ?? "");
  const { slug, type, status, joinPolicy, calendar } = program;
  const { rules, copy, number } = program.version;
  const figures = figuresOf(rules, company, formatter(locale));
  const done = new URL(request.url).searchParams.get("done");
  return {
    mayChange: roles.includes("owner"),
    program: { slug, type, status, joinPolicy, number, currency: rules.currency },
    title: fillText(copy[locale].title, figures),
    hasTerms: terms.length > 0,
    values: rulesFormValues(rules, locale),
    copy,
    figures,
    effect: effectOf(rules),
    setup: calendarFormValues(calendar),
    // The longest promise the calendar is asked for.
    promisedAt: addBusinessDays(calendar, systemClock.now(), APPEAL_BUSINESS_DAYS),
    versions: versions.map(({ rules: published, publishedAt, publisher, referrals, ...version }) => ({
      number: version.number,
      publishedAt,
      publisher,
      referrals,
      conditions: conditionsOf(published),
    })),
    done: DONE.find((one) => one === done) ?? null,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { personId } = await requireStaff(request, "owner");
  return changeProgram(request, params.slug ?? "", `person:${personId}`);
}

export default function ProgramSettingsPage() {
  const t = useT();
  const reply = useActionData<typeof action>();
  const loaded = useLoaderData<typeof loader>();
  const { mayChange, program, title, setup, promisedAt, versions, done } = loaded;
  const told = {
    published: t("settings.program.published", { number: program.number }),
    setup: t("settings.program.setupSaved"),
    status: t("settings.program.statusSaved", { status: t(`settings.status.${program.status}`) }),
  };
  return (
    <Page width="wide">
      <PageTitle
        back={<BackLink to="/desk/settings">{t("settings.index.back")}</BackLink>}
        lead={title}
        aside={<ProgramLinks slug={program.slug} status={program.status} here="rules" />}
      >
        {t("settings.program.title")}
      </PageTitle>
      {done ? (
        <Notice tone="done" live>
          {told[done]}
        </Notice>
      ) : null}
      {mayChange ? null : <Notice>{t("settings.readOnly")}</Notice>}
      <ProgramStanding
        slug={program.slug}
        status={program.status}
        hasTerms={loaded.hasTerms}
        mayChange={mayChange}
        reply={replyTo(reply, "status")}
      />
      <RulesEditor {...loaded} key={program.number} reply={replyTo(reply, "preview", "publish")} />
      <Card title={t("settings.program.setup")}>
        <PostForm reply={replyTo(reply, "setup")}>
          <fieldset disabled={!mayChange} className="flex flex-col gap-5">
            <SetupFields joinPolicy={program.joinPolicy} values={setup} promisedAt={promisedAt} />
            {mayChange ? (
              <div>
                <Button name="intent" value="setup" variant="secondary">
                  {t("settings.program.saveSetup")}
                </Button>
              </div>
            ) : null}
          </fieldset>
        </PostForm>
      </Card>
      <VersionHistory versions={versions} />
    </Page>
  );
}
