import { markProcessed } from "~/commerce/open-inbox-event.server";
import { eventObjectOf, UnreadablePayloadError } from "~/commerce/stripe-payload";
import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { listTransferReversals } from "~/platform/gateways/stripe-payouts.server";
import type { StripeClient } from "~/platform/gateways/stripe.server";
import { noteTransferReversals } from "./note-transfer-reversals.server";

/**
 * A transfer was taken back, by whoever: everything that was is read afresh from Stripe, and what it means is kept together
 * with the event's end (N1).
 * @throws StripeCallError, UnreadablePayloadError
 */
export async function takeInTransferEvent(
  { inboxEventId, payload }: { inboxEventId: string; payload: Buffer | null },
  { db = rootDb, clock = systemClock, stripe }: Deps & { stripe?: StripeClient } = {},
): Promise<void> {
  const { id: transferId } = eventObjectOf(payload);
  if (typeof transferId !== "string") throw new UnreadablePayloadError("a transfer without a name");
  const reversals = (await listTransferReversals(transferId, stripe)) ?? [];
  await db.transaction("take-in-transfer-event", async (tx) => {
    if (await markProcessed(tx, inboxEventId, clock.now())) await noteTransferReversals(tx, { transferId, reversals }, clock);
  });
}
