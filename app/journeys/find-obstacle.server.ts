import { checkTarget } from "~/fulfilment/check-target.server";
import type { CreditTarget } from "~/fulfilment/credit-target.server";
import { payoutObstacle, type Obstacle } from "~/fulfilment/payout-account";
import { payoutAccountOf } from "~/fulfilment/keep-payout-account.server";
import type { Clock } from "~/platform/clock.server";
import type { Database } from "~/platform/db.server";
import { readPayoutAccount } from "~/platform/gateways/stripe-payouts.server";
import type { StripeClient } from "~/platform/gateways/stripe.server";
import { notePayoutAccount } from "./note-payout-account.server";

interface Parts {
  db: Database;
  clock: Clock;
  stripe?: StripeClient;
}

/**
 * What on their side stands between a reward and its way out, asked of Stripe itself: a message about a changed
 * bank account may be late or lost (F37). Network; never inside a transaction.
 * @throws StripeCallError
 */
export async function findObstacle(
  { rail, currency }: { rail: string; currency: string },
  { personId, stripeCustomerId, subscriptionId, payoutAccountId }: CreditTarget,
  { db, clock, stripe }: Parts,
): Promise<Obstacle | null> {
  if (rail !== "transfer") {
    const reason = await checkTarget({ rail, stripeCustomerId, subscriptionId, currency }, stripe);
    return reason && { reason };
  }
  if (!payoutAccountId || !personId) return payoutObstacle(null, clock.now());
  const told = await readPayoutAccount(payoutAccountId, stripe);
  return await db.transaction("note-payout-account", async (tx) => {
    await notePayoutAccount(tx, { accountId: payoutAccountId, told }, clock);
    return payoutObstacle(await payoutAccountOf(tx, personId), clock.now());
  });
}
