/** How long a payment waits after its destination became another one (F37): time for its owner to say that it was not them. */
export const DETAILS_WAIT_MS = 72 * 3_600_000;

/** What is known of a person's account at Stripe. */
export interface PayoutAccount {
  detailsSubmitted: boolean;
  transfersReady: boolean;
  last4: string | null;
  detailsChangedAt: Date | null;
  closedAt: Date | null;
  /** The bank account that stands, and the one at which the latest payout failed, as keyed hashes; null where there is none. */
  destinationHash: string | null;
  failedDestinationHash: string | null;
}

/** Why a payment cannot leave yet, and when we look again where that is known. */
export interface Obstacle {
  reason: string;
  until?: Date;
}

/** What stands between a champion and a payment in cash; null when nothing does. */
export function payoutObstacle(account: PayoutAccount | null, now: Date): Obstacle | null {
  if (!account?.detailsSubmitted || account.closedAt) return { reason: "payout_details_missing" };
  if (account.failedDestinationHash !== null && account.failedDestinationHash === account.destinationHash) return { reason: "payout_failed" };
  if (!account.transfersReady) return { reason: "identity_check" };
  const until = account.detailsChangedAt && new Date(account.detailsChangedAt.getTime() + DETAILS_WAIT_MS);
  return until && until > now ? { reason: "payout_details_changed", until } : null;
}

/**
 * What is missing until a payment is large enough to leave, in minor units (M14); 0 when it is, and when nothing would leave
 * because all of it settles what is owed back.
 * @param readyMinor what may leave, less what is owed back
 */
export function missingForPayout({ minimumMinor, readyMinor }: { minimumMinor: bigint; readyMinor: bigint }): bigint {
  return readyMinor > 0n && readyMinor < minimumMinor ? minimumMinor - readyMinor : 0n;
}
