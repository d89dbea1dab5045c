import { divideRounded } from "~/platform/money";

export interface RewardFacts {
  /** What the rule gave at the grant. */
  grantedMinor: bigint;
  /** What the friend paid, all in. */
  paidMinor: bigint;
  /** What refunds and lost disputes together took back of it so far. */
  takenBackMinor: bigint;
}

/**
 * What is due after refunds: proportional and cumulative, so that the sum of many small refunds takes back exactly
 * what one big one would, never more than the reward (M4, M9, I14). Minor units.
 */
export function targetAmount({ grantedMinor, paidMinor, takenBackMinor }: RewardFacts): bigint {
  return grantedMinor - divideRounded(grantedMinor * clampTakenBack(paidMinor, takenBackMinor), paidMinor);
}

/** Nobody takes back more than was paid, whatever refunds and disputes add up to (M9). */
export function clampTakenBack(paidMinor: bigint, takenBackMinor: bigint): bigint {
  if (takenBackMinor <= 0n) return 0n;
  return takenBackMinor < paidMinor ? takenBackMinor : paidMinor;
}
