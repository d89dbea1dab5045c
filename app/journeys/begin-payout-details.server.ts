import { keepPayoutAccount, payoutAccountOf } from "~/fulfilment/keep-payout-account.server";
import { recordAudit } from "~/identity/record-audit.server";
import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { createPayoutAccount, payoutDashboard, payoutDetailsPage } from "~/platform/gateways/stripe-payouts.server";
import { StripeCallError, type StripeClient } from "~/platform/gateways/stripe.server";
import { log } from "~/platform/log.server";

interface StripeDeps extends Deps {
  stripe?: StripeClient;
}

interface Wish {
  personId: string;
  /** Where Stripe sends the person back to, on our own site. */
  returnUrl: string;
}

/**
 * The page at Stripe on which a person says where their money goes (F39): to fill in the first time, to see and change once
 * that is done. Their account there is made on the way, once.
 * @returns null when Stripe could not be asked: nothing was changed then, or the same account is found next time
 */
export async function beginPayoutDetails(
  wish: Wish,
  { db = rootDb, clock = systemClock, stripe }: StripeDeps = {},
): Promise<string | null> {
  try {
    return await pageFor(wish, { db, clock, stripe });
  } catch (error) {
    if (!(error instanceof StripeCallError)) throw error;
    log.warn({ err: error }, "Stripe made no page for somebody's bank details");
    return null;
  }
}

async function pageFor(
  { personId, returnUrl }: Wish,
  { db, clock, stripe }: Required<Deps> & Pick<StripeDeps, "stripe">,
): Promise<string> {
  const known = await db.transaction("find-payout-account", (tx) => payoutAccountOf(tx, personId));
  if (known && !known.closedAt) {
    const { stripeAccountId: accountId, detailsSubmitted } = known;
    return detailsSubmitted ? await payoutDashboard(accountId, stripe) : await payoutDetailsPage({ accountId, returnUrl }, stripe);
  }
  // Pressed twice, Stripe answers with the same account; after one that left, a new one.
  const idempotencyKey = `payout:${personId}:${known?.stripeAccountId ?? "first"}`;
  const accountId = await createPayoutAccount({ personId, idempotencyKey }, stripe);
  await db.transaction("keep-payout-account", async (tx) => {
    const now = clock.now();
    await keepPayoutAccount(tx, { personId, accountId, now });
    await recordAudit(tx, { by: `person:${personId}`, action: "payout_account.begun", object: personId, facts: {}, now });
  });
  return await payoutDetailsPage({ accountId, returnUrl }, stripe);
}
