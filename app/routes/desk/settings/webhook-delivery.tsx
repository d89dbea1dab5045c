import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { z } from "zod";
import { requireStaff } from "~/http/actor.server";
import { parseForm } from "~/http/form.server";
import { redeliverWebhook } from "~/journeys/redeliver-webhook.server";
import { ConflictError } from "~/platform/errors";
import { BackLink } from "~/ui/components/BackLink";
import { Button } from "~/ui/components/Button";
import { Card } from "~/ui/components/Card";
import { Notice } from "~/ui/components/Notice";
import { Page } from "~/ui/components/Page";
import { PageTitle } from "~/ui/components/PageTitle";
import { PostForm } from "~/ui/components/PostForm";
import { Timeline } from "~/ui/components/Timeline";
import { useFormat, useT } from "~/ui/i18n";
import type { PageHandle } from "~/ui/page-handle";
import { isAccepted } from "~/webhooks/attempt-times";
import { getDelivery } from "~/webhooks/list-deliveries.server";
import { DeliveryPill, useOutcome } from "./delivery-table";

export { ErrorInLayout as ErrorBoundary } from "~/ui/error-page";

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireStaff(request, "owner");
  const { payload, ...delivery } = await getDelivery({ id: params.deliveryId ?? "", endpointId: params.id ?? "" });
  return { delivery, body: JSON.stringify(JSON.parse(payload), null, 2) };
}

/** Sends it again, under the same id (P14). */
export async function action({ request, params }: ActionFunctionArgs) {
  const { personId } = await requireStaff(request, "owner");
  const form = await parseForm(request, z.object({}));
  if (!form.ok) return form.answer;
  const { id: endpointId = "", deliveryId = "" } = params;
  try {
    await redeliverWebhook({ deliveryId, endpointId, by: `person:${personId}` });
  } catch (error) {
    if (!(error instanceof ConflictError)) throw error;
    return form.refuse({ form: { key: "webhooks.refused.off" } });
  }
  return redirect(`/desk/settings/webhooks/${endpointId}/deliveries/${deliveryId}?again`, 303);
}

export const handle = {
  // Where an error took the place of the page there is nothing loaded.
  title: (data, t) => (data as Awaited<ReturnType<typeof loader>> | undefined)?.delivery.type ?? t("webhooks.title"),
} satisfies PageHandle;

export default function WebhookDelivery() {
  const t = useT();
  const format = useFormat();
  const outcome = useOutcome();
  const { delivery, body } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const [search] = useSearchParams();
  const { endpointId, eventId, type, sample, status, nextAt, createdAt, history } = delivery;
  return (
    <Page width="wide">
      <PageTitle back={<BackLink to={`/desk/settings/webhooks/${endpointId}`}>{t("webhooks.backToOne")}</BackLink>}>{type}</PageTitle>
      {!reply && search.has("again") ? <Notice tone="done" live>{t("webhooks.one.againDone")}</Notice> : null}
      <Card>
        <div className="flex flex-wrap items-center gap-3">
          <DeliveryPill status={status} />
          {sample ? <span>{t("webhooks.log.sample")}</span> : null}
          {nextAt && history.length > 0 ? <span>{t("webhooks.one.next", { when: format.dateTime(nextAt) })}</span> : null}
        </div>
        <dl className="grid gap-x-6 gap-y-3 sm:grid-cols-2">
          <div>
            <dt className="text-sm text-muted">{t("webhooks.one.id")}</dt>
            <dd className="font-mono text-sm wrap-anywhere">{eventId}</dd>
          </div>
          <div>
            <dt className="text-sm text-muted">{t("webhooks.one.happened")}</dt>
            <dd>{format.dateTime(createdAt)}</dd>
          </div>
        </dl>
        <PostForm reply={reply}>
          <p className="text-sm text-muted">{t("webhooks.one.againHint")}</p>
          <div>
            <Button variant="secondary">{t("webhooks.one.again")}</Button>
          </div>
        </PostForm>
      </Card>
      <Card title={t("webhooks.one.attempts")}>
        {history.length === 0 ? <p className="text-muted">{t("webhooks.one.noAttempts")}</p> : null}
        <Timeline
          label={t("webhooks.one.attempts")}
          events={history.toReversed().map((attempt) => ({
            key: String(attempt.number),
            at: attempt.triedAt,
            tone: isAccepted(attempt) ? "done" : "refused",
            title: t("webhooks.one.attempt", {
              number: attempt.number,
              outcome: t("webhooks.log.took", { status: outcome(attempt).replace(/\.$/, ""), ms: attempt.tookMs }),
            }),
            detail: attempt.status === null ? undefined : attempt.body === "" ? t("webhooks.one.empty") : (
              <>
                {t("webhooks.one.body")} <code className="text-sm wrap-anywhere">{attempt.body.slice(0, 300)}</code>
              </>
            ),
          }))}
        />
      </Card>
      <Card title={t("webhooks.one.payload")}>
        <pre tabIndex={0} className="overflow-x-auto rounded-lg bg-sunken p-4 text-sm">{body}</pre>
      </Card>
    </Page>
  );
}
