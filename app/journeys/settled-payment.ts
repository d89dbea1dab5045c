import type { Decision } from "~/attribution/decision";
import type { PurchaseRow } from "~/commerce/lock-friend.server";
import type { RewardRow } from "~/rewards/reward-row";

/** One sign-up with what was decided about it now. */
export interface SettledSignUp {
  at: Date;
  decision: Decision;
  conversionId: string;
  /** Nothing was decided about it before. */
  isNew: boolean;
}

/** One payment with what was decided about it now. */
export interface SettledPayment {
  purchase: PurchaseRow;
  decision: Decision;
  conversionId: string;
  /** Nothing was decided about it before. */
  isNew: boolean;
  /** Whether this decision says something else than the one before. */
  changed: boolean;
  /** The rewards for it that were decided already: those stand (A6). */
  decided: readonly RewardRow[];
}
