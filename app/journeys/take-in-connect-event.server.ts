import { markProcessed } from "~/commerce/open-inbox-event.server";
import { connectedAccountOf } from "~/commerce/stripe-payload";
import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { readPayoutAccount } from "~/platform/gateways/stripe-payouts.server";
import type { StripeClient } from "~/platform/gateways/stripe.server";
import { notePayoutAccount } from "./note-payout-account.server";

/**
 * An event of a connected account: how it stands is read afresh from Stripe, and what that means for payments is kept
 * together with the event's end (N1).
 * @throws StripeCallError, UnreadablePayloadError
 */
export async function takeInConnectEvent(
  { inboxEventId, payload }: { inboxEventId: string; payload: Buffer | null },
  { db = rootDb, clock = systemClock, stripe }: Deps & { stripe?: StripeClient } = {},
): Promise<void> {
  const accountId = connectedAccountOf(payload);
  const told = accountId === null ? null : await readPayoutAccount(accountId, stripe);
  await db.transaction("take-in-connect-event", async (tx) => {
    if ((await markProcessed(tx, inboxEventId, clock.now())) && accountId !== null) await notePayoutAccount(tx, { accountId, told }, clock);
  });
}
