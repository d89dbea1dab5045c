import type { Tx } from "~/platform/db.server";
import { findPayoutAccount, insertPayoutAccount, type PayoutAccountRow } from "./payout-account-store.server";

/** A person's account at Stripe as we know it; null when they never began one. */
export async function payoutAccountOf(tx: Tx, personId: string): Promise<PayoutAccountRow | null> {
  return await findPayoutAccount(tx, personId);
}

/** Keeps an account that was just made for a person, in place of one that left. */
export async function keepPayoutAccount(tx: Tx, { personId, accountId, now }: { personId: string; accountId: string; now: Date }): Promise<void> {
  await insertPayoutAccount(tx, personId, accountId, now);
}
