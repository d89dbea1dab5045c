import type { Tx } from "~/platform/db.server";
import type { PayoutAccountTold } from "~/platform/gateways/stripe-payouts.server";
import { keyedHash } from "~/platform/secrets.server";
import { findSharing, lockPayoutAccount, updatePayoutAccount } from "./payout-account-store.server";
import { wakeWaiting } from "./instruction-store.server";

export interface PayoutNews {
  personId: string;
  /** Another bank account than before: payments wait, and the owner is told (F37). */
  destinationChanged: boolean;
  /** Their bank sent a payout back, and we hear of it for the first time (M16). */
  failedPayout: PayoutAccountTold["failedPayout"];
  /** Others who are paid to the same place, where that is news (R13). */
  sharedWith: string[];
}

/**
 * Takes in how a connected account stands at Stripe, `told` null when it left. Payments that waited for it are looked at
 * again. @returns null when the account is nobody's here: a company may have others of its own
 */
export async function recordPayoutAccount(
  tx: Tx,
  { accountId, told, now }: { accountId: string; told: PayoutAccountTold | null; now: Date },
): Promise<PayoutNews | null> {
  const known = await lockPayoutAccount(tx, accountId);
  if (!known) return null;
  const { personId } = known;
  if (!told) {
    if (!known.closedAt) await updatePayoutAccount(tx, personId, { closedAt: now, transfersReady: false, readAt: now });
    return { personId, destinationChanged: false, failedPayout: null, sharedWith: [] };
  }
  const destinationHash = told.bank ? keyedHash("fingerprint-hash", told.bank.fingerprint) : known.destinationHash;
  const destinationChanged = known.destinationHash !== null && destinationHash !== known.destinationHash;
  const { country, detailsSubmitted, transfersReady } = told;
  const failedPayout = told.failedPayout && told.failedPayout.id !== known.failedPayoutId ? told.failedPayout : null;
  await updatePayoutAccount(tx, personId, {
    country,
    detailsSubmitted,
    transfersReady,
    destinationHash,
    last4: told.bank?.last4 ?? known.last4,
    closedAt: null,
    ...(destinationChanged && { detailsChangedAt: now }),
    ...(failedPayout && { failedPayoutId: failedPayout.id, failedDestinationHash: destinationHash }),
    ...(!told.failedPayout && { failedPayoutId: null, failedDestinationHash: null }),
    readAt: now,
  });
  const mended = known.failedPayoutId !== null && (destinationChanged || !told.failedPayout);
  const better = mended || detailsSubmitted !== known.detailsSubmitted || transfersReady !== known.transfersReady;
  if (better) await wakeWaiting(tx, { personId, now });
  const isNew = destinationHash !== null && destinationHash !== known.destinationHash;
  const sharedWith = isNew ? await findSharing(tx, { personId, destinationHash }) : [];
  return { personId, destinationChanged, failedPayout, sharedWith };
}
