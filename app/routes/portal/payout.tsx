import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireChampion } from "~/http/actor.server";
import { parseForm } from "~/http/form.server";
import { beginPayoutDetails } from "~/journeys/begin-payout-details.server";
import { showPayout } from "~/journeys/show-payout.server";
import { env } from "~/platform/env.server";
import { BackLink } from "~/ui/components/BackLink";
import { Button } from "~/ui/components/Button";
import { Card } from "~/ui/components/Card";
import { Notice } from "~/ui/components/Notice";
import { Page } from "~/ui/components/Page";
import { PageTitle } from "~/ui/components/PageTitle";
import { useFormat, useT } from "~/ui/i18n";
import type { PageHandle } from "~/ui/page-handle";

/** Where a champion's money goes, and what is missing until it leaves (F37, F39, M14). */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { championId, personId, programSlug: slug } = await requireChampion(request, params.slug ?? "");
  return { slug, ...(await showPayout({ championId, personId })) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { personId, programSlug: slug } = await requireChampion(request, params.slug ?? "");
  const form = await parseForm(request, z.object({ intent: z.literal("details") }));
  if (!form.ok) return form.answer;
  const url = await beginPayoutDetails({ personId, returnUrl: `${env().APP_URL}/portal/${slug}/payout` });
  return data({ url }, { status: url ? 200 : 503 });
}

export { ErrorInLayout as ErrorBoundary } from "~/ui/error-page";
export const handle = { title: "payout.title" } satisfies PageHandle;

const KNOWN = ["payout_details_missing", "identity_check", "payout_details_changed", "payout_failed"] as const;

export default function PayoutPage() {
  const t = useT();
  const format = useFormat();
  const { slug, obstacle, last4, currency, minimumMinor, readyMinor, missingMinor } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const money = (amountMinor: bigint) => format.money({ amountMinor, currency });
  const state = KNOWN.find((one) => one === obstacle?.reason) ?? "ready";
  const url = reply && "url" in reply ? reply.url : undefined;
  return (
    <Page>
      <PageTitle lead={t("payout.lead")} back={<BackLink to={`/portal/${slug}/rewards`}>{t("portal.statement.title")}</BackLink>}>
        {t("payout.title")}
      </PageTitle>
      <Notice tone={state === "ready" ? "done" : "waiting"}>
        {t(`payout.state.${state}`, { last4: last4 ?? "", until: obstacle?.until ? format.dateTime(obstacle.until) : "" })}
      </Notice>
      <Card title={t("payout.whereTitle")}>
        <p className="measure">{t("payout.where")}</p>
        {url ? (
          <p role="status">
            <a href={url} className="link inline-flex min-h-11 items-center font-semibold">
              {t("payout.goOn")}
            </a>
          </p>
        ) : (
          <Form method="post">
            <Button name="intent" value="details">
              {t(state === "payout_details_missing" ? "payout.begin" : "payout.change")}
            </Button>
          </Form>
        )}
        {url === null ? <Notice tone="problem">{t("payout.unreachable")}</Notice> : null}
      </Card>
      <Card title={t("payout.sumTitle")}>
        <p>{t("payout.ready", { amount: money(readyMinor) })}</p>
        {missingMinor > 0n ? (
          <p className="measure">{t("payout.missing", { missing: money(missingMinor), minimum: money(minimumMinor) })}</p>
        ) : null}
        {minimumMinor > 0n && readyMinor === 0n ? <p className="measure text-muted">{t("payout.minimum", { minimum: money(minimumMinor) })}</p> : null}
      </Card>
    </Page>
  );
}
