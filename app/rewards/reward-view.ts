import { championReason, type ReasonCode } from "~/attribution/reason-codes";
import type { RewardStatus } from "./reward";

/** S2: the words the champion sees; one internal machine behind them. */
export type ShownStatus =
  | "pending"
  | "approved"
  | "issuing"
  | "issued"
  | "not_eligible"
  | "expired"
  | "partly_reversed"
  | "reversed"
  | "retrying";

export interface ViewedReward {
  status: RewardStatus;
  reason: string | null;
  decideBy: Date;
  /** An unanswered appeal's promised time. */
  appealAnswerBy: Date | null;
  nextTryAt: Date | null;
}

export interface RewardView {
  status: ShownStatus;
  /** A reason code that is safe to show (S10). */
  reason: string | null;
  /** S3: by when something happens; null when the status is final or waits for the champion. */
  until: Date | null;
}

const FAILED = new Set(["payout_failed", "delivery_failed", "delivery_retry"]);
/** These wait for something the champion's side has to bring: no date is ours to promise. */
const WAITS_FOR_CHAMPION = new Set([
  "nothing_to_credit", "free_month_running", "currency_unavailable", "payout_details_missing", "identity_check", "below_minimum_payout",
]);

/** S2, S3: what a champion sees of a reward. */
export function rewardView({
  status,
  reason,
  decideBy,
  appealAnswerBy,
  nextTryAt,
}: ViewedReward): RewardView {
  const shown = reason && championReason(reason as ReasonCode);
  switch (status) {
    case "pending":
    case "held":
      return { status: "pending", reason: shown ?? "hold_period", until: decideBy };
    case "approved":
      return { status: "approved", reason: shown, until: decideBy };
    case "payable":
      if (FAILED.has(reason ?? "")) return { status: "retrying", reason: shown, until: nextTryAt };
      return {
        status: "approved",
        reason: shown,
        until: WAITS_FOR_CHAMPION.has(reason ?? "") ? null : nextTryAt ?? decideBy,
      };
    case "in_transit":
      return { status: "issuing", reason: shown, until: nextTryAt ?? decideBy };
    case "rejected":
      if (appealAnswerBy) return { status: "pending", reason: "appeal_open", until: appealAnswerBy };
      return { status: "not_eligible", reason: shown, until: null };
    case "paid":
      return { status: "issued", reason: null, until: null };
    default:
      return { status, reason: shown, until: null };
  }
}
