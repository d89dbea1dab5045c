import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { requireStaff } from "~/http/actor.server";
import { localeOf } from "~/http/locale.server";
import { readProgramSettings } from "~/journeys/read-program-settings.server";
import { systemClock } from "~/platform/deps.server";
import { figuresOf, fillText } from "~/programs/program-copy";
import { rulesFormValues } from "~/programs/rules-form";
import { quartersBefore } from "~/reports/quarter";
import { getTrustPolicy } from "~/trust/get-trust-policy.server";
import { BackLink } from "~/ui/components/BackLink";
import { Button } from "~/ui/components/Button";
import { Card } from "~/ui/components/Card";
import { Page } from "~/ui/components/Page";
import { PageTitle } from "~/ui/components/PageTitle";
import { PostForm } from "~/ui/components/PostForm";
import { formatter } from "~/ui/format";
import { useT } from "~/ui/i18n";
import type { PageHandle } from "~/ui/page-handle";
import { PolicyFields } from "~/ui/settings/PolicyFields";
import { PolicyResult, type PolicyTried } from "~/ui/settings/PolicyResult";
import { ProgramLinks } from "~/ui/settings/ProgramLinks";
import { simulate } from "./simulate.server";

type Loaded = Awaited<ReturnType<typeof loader>>;

export const handle = {
  title: (data, t) => {
    // Where an error took the place of the page there is nothing loaded.
    const loaded = data as Loaded | null;
    return loaded ? t("simulate.title", { program: loaded.title }) : t("simulate.link");
  },
} satisfies PageHandle;

// Trying changes nothing that was loaded.
export const shouldRevalidate = () => false;

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireStaff(request);
  const { program, company } = await readProgramSettings(params.slug ?? "");
  const { copy, rules } = program.version;
  const locale = localeOf(request);
  return {
    program: { slug: program.slug, status: program.status, currency: rules.currency },
    title: fillText(copy[locale].title, figuresOf(rules, company, formatter(locale))),
    quarters: quartersBefore(systemClock.now()),
    values: rulesFormValues(rules, locale),
    trust: await getTrustPolicy(program.id),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  await requireStaff(request);
  return simulate(request, params.slug ?? "");
}

export default function SimulatePage() {
  const t = useT();
  const reply = useActionData<typeof action>();
  const { program, title, quarters, values, trust } = useLoaderData<typeof loader>();
  const tried = reply && "tried" in reply ? (reply.tried as PolicyTried) : null;
  const result = useRef<HTMLDivElement>(null);
  // The answer is above what was pressed, and on a phone out of sight.
  useEffect(() => {
    if (tried) result.current?.focus();
  }, [tried]);
  return (
    <Page width="wide">
      <PageTitle
        back={<BackLink to="/desk/settings">{t("settings.index.back")}</BackLink>}
        lead={t("simulate.lead")}
        aside={<ProgramLinks slug={program.slug} status={program.status} here="simulate" />}
      >
        {t("simulate.title", { program: title })}
      </PageTitle>
      <div className="grid items-start gap-6 xl:grid-cols-2">
        {tried ? (
          <div ref={result} tabIndex={-1} className="xl:order-last">
            <Card title={t("simulate.result")}>
              <PolicyResult tried={tried} />
            </Card>
          </div>
        ) : null}
        <Card key="copy" title={t("simulate.copy")}>
          <PostForm reply={reply}>
            <PolicyFields quarters={quarters} currency={program.currency} values={values} trust={trust} />
            <div>
              <Button>{t("simulate.try")}</Button>
            </div>
          </PostForm>
        </Card>
        {tried ? null : (
          <Card title={t("simulate.result")}>
            <p className="measure text-muted">{t(reply ? "simulate.misfit" : "simulate.waiting")}</p>
          </Card>
        )}
      </div>
    </Page>
  );
}
