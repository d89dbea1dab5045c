import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { z } from "zod";
import { noteField, reasonField } from "~/fulfilment/prize";
import { requireStaff } from "~/http/actor.server";
import { parseForm } from "~/http/form.server";
import { endPrize } from "~/journeys/end-prize.server";
import { showPrizeOrders } from "~/journeys/show-prize-orders.server";
import { ConflictError } from "~/platform/errors";
import { EmptyState } from "~/ui/components/EmptyState";
import { Notice } from "~/ui/components/Notice";
import { Page } from "~/ui/components/Page";
import { PageTitle } from "~/ui/components/PageTitle";
import { Tabs } from "~/ui/components/Tabs";
import { isFormReply } from "~/ui/form-reply";
import { useT } from "~/ui/i18n";
import type { PageHandle } from "~/ui/page-handle";
import { PrizeCard } from "./PrizeCard";

export { ErrorInLayout as ErrorBoundary } from "~/ui/error-page";
export const handle = { title: "prizeDesk.title" } satisfies PageHandle;

const schema = z.object({ intent: z.enum(["sent", "call_off"]), order: z.string().max(40), note: noteField.optional(), reason: reasonField.optional() });

/** The prizes champions chose: those to be sent, or those that were dealt with. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { personId } = await requireStaff(request, "owner", "approver");
  const done = new URL(request.url).searchParams.has("done");
  return { orders: await showPrizeOrders({ waiting: !done }), done, me: personId };
}

export async function action({ request }: ActionFunctionArgs) {
  const { personId } = await requireStaff(request, "owner", "approver");
  const form = await parseForm(request, schema);
  if (!form.ok) return form.answer;
  const { intent, order: orderId, note, reason } = form.value;
  if (intent === "call_off" && !reason) return form.refuse({ fields: { reason: { key: "errors.field.required" } } });
  try {
    await endPrize({ orderId, end: intent === "sent" ? { sent: { note: note || null } } : { calledOff: { reason: reason ?? "" } }, by: `person:${personId}` });
  } catch (error) {
    if (!(error instanceof ConflictError)) throw error;
    return form.refuse({ form: { key: "prizeDesk.changed" } });
  }
  return redirect("/desk/prizes?saved", 303);
}

export default function PrizesPage() {
  const t = useT();
  const { orders, done, me } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const [search] = useSearchParams();
  const about = isFormReply(reply) ? reply.values.order : null;
  return (
    <Page width="wide">
      <PageTitle lead={t("prizeDesk.lead")}>{t("prizeDesk.title")}</PageTitle>
      <Tabs
        label={t("prizeDesk.views")}
        tabs={[
          { to: "/desk/prizes", label: t("prizeDesk.waiting"), here: !done },
          { to: "/desk/prizes?done", label: t("prizeDesk.done"), here: done },
        ]}
      />
      {search.has("saved") ? (
        <Notice tone="done" live>
          {t("prizeDesk.saved")}
        </Notice>
      ) : null}
      {orders.length === 0 ? <EmptyState title={t("prizeDesk.empty")}>{t("prizeDesk.emptyLead")}</EmptyState> : null}
      {orders.map((order) => (
        <PrizeCard key={order.id} order={order} own={order.personId === me} reply={about === order.id ? reply : null} />
      ))}
    </Page>
  );
}
