import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { requireStaff } from "~/http/actor.server";
import { pageNumber } from "~/http/page-number";
import { BackLink } from "~/ui/components/BackLink";
import { Notice } from "~/ui/components/Notice";
import { Page } from "~/ui/components/Page";
import { PageTitle } from "~/ui/components/PageTitle";
import { Pager } from "~/ui/components/Pager";
import { useT } from "~/ui/i18n";
import type { PageHandle } from "~/ui/page-handle";
import { readDeliveryStatus } from "~/webhooks/delivery-status";
import { listDeliveries } from "~/webhooks/list-deliveries.server";
import { getEndpoint } from "~/webhooks/list-endpoints.server";
import { ProofNotice } from "../proof-notice";
import { actOnWebhook } from "./act-on-webhook.server";
import { DeliveryTable } from "./delivery-table";
import { ChangeForm, RemoveForm, ReplayForm, RotateForm, StatusCard, TestForm } from "./webhook-forms";
import { WebhookSecret } from "./webhook-secret";

export { ErrorInLayout as ErrorBoundary } from "~/ui/error-page";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { steppedUp } = await requireStaff(request, "owner");
  const search = new URL(request.url).searchParams;
  const endpoint = await getEndpoint(params.id ?? "");
  const status = readDeliveryStatus(search.get("status"));
  const log = await listDeliveries({ endpointId: endpoint.id, status, page: pageNumber(search) });
  return { endpoint, status, ...log, steppedUp };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireStaff(request, "owner");
  const done = await actOnWebhook(request, actor, params.id ?? "");
  return typeof done === "string" ? redirect(done, 303) : done;
}

export const handle = {
  title: (data, t) => {
    // Where an error took the place of the page there is nothing loaded.
    const loaded = data as Awaited<ReturnType<typeof loader>> | undefined;
    return loaded?.endpoint.description ?? loaded?.endpoint.url ?? t("webhooks.title");
  },
} satisfies PageHandle;

export default function WebhookPage() {
  const t = useT();
  const { endpoint, status, deliveries, page, pages, steppedUp } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const [search] = useSearchParams();
  const own = (intent: string) => (reply?.kind === "form" && reply.values.intent === intent ? reply : undefined);
  const replayed = Number(search.get("replayed") ?? "-1");
  return (
    <Page width="wide">
      <PageTitle
        lead={endpoint.description ?? undefined}
        back={<BackLink to="/desk/settings/webhooks">{t("webhooks.back")}</BackLink>}
      >
        {endpoint.url}
      </PageTitle>
      {!reply && search.has("saved") ? <Notice tone="done" live>{t("webhooks.change.saved")}</Notice> : null}
      {!reply && replayed >= 0 ? <Notice tone="done" live>{t("webhooks.replay.done", { events: replayed })}</Notice> : null}
      {reply?.kind === "made" ? <WebhookSecret secret={reply.secret} oldUntil={reply.oldUntil} /> : null}
      <StatusCard endpoint={endpoint} />
      <DeliveryTable endpointId={endpoint.id} deliveries={deliveries} status={status} />
      <Pager page={page} pages={pages} />
      <TestForm reply={own("test")} />
      <ReplayForm reply={own("replay")} />
      <ProofNotice page={`/desk/settings/webhooks/${endpoint.id}`} steppedUp={steppedUp} />
      {steppedUp ? (
        <>
          <ChangeForm reply={own("change")} endpoint={endpoint} />
          <RotateForm oldSecretUntil={endpoint.oldSecretUntil} />
          <RemoveForm reply={own("remove")} />
        </>
      ) : null}
    </Page>
  );
}
