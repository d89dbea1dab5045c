/** I17: where a reward can be. A status describes paperwork; the money stands in the ledger alone. */
export const REWARD_STATUSES = [
  "pending",
  "held",
  "approved",
  "rejected",
  "payable",
  "in_transit",
  "paid",
  "expired",
  "partly_reversed",
  "reversed",
] as const;
export type RewardStatus = (typeof REWARD_STATUSES)[number];

/**
 * The whole machine of I17. `approved -> pending` is the undo inside the hold; `reversed` leads back (I16) to wherever
 * the reward stood when everything was taken back.
 */
const STEPS: Record<RewardStatus, readonly RewardStatus[]> = {
  pending: ["held", "approved", "rejected", "reversed"],
  held: ["approved", "rejected", "reversed"],
  approved: ["payable", "held", "pending", "reversed"],
  payable: ["in_transit", "expired", "held", "reversed"],
  in_transit: ["paid", "payable"],
  paid: ["payable", "partly_reversed", "reversed"],
  partly_reversed: ["paid", "payable", "reversed"],
  reversed: ["pending", "held", "approved", "paid", "partly_reversed"],
  rejected: ["pending"],
  expired: [],
};

/** What can happen to a reward; the kind of its booking and of its line in the history. */
export const STEP_KINDS = [
  "grant_reward",
  "first_approval",
  "approve_reward",
  "undo_approval",
  "refuse_reward",
  "restore_reward",
  "hold_reward",
  "lift_hold",
  "extend_hold",
  "release_reward",
  "escalate_reward",
  "delay_reward",
  "warn_expiry",
  "expire_reward",
  "send_reward",
  "pay_reward",
  "settle_reward",
  "return_reward",
  "adjust_reward",
  "ask_champion",
  "take_answer",
  "miss_answer",
] as const;
export type StepKind = (typeof STEP_KINDS)[number];

const RELEASED: ReadonlySet<RewardStatus | null> = new Set(["payable", "paid", "partly_reversed"] as const);

/** Whether I17 has this step. Staying where one is (another amount, another reason) is no step. */
export function isAllowedStep(from: RewardStatus, to: RewardStatus): boolean {
  return from === to || STEPS[from].includes(to);
}

/** Which account owes the champion the due amount while the reward is in this status. */
export function ledgerPlace(status: RewardStatus): "pending" | "payable" | "nowhere" {
  switch (status) {
    case "pending":
    case "held":
      return "pending";
    case "rejected":
    case "expired":
      return "nowhere";
    default:
      return "payable";
  }
}

/** Waiting for a decision, by a person or by the end of the hold. */
export const isUndecided = (status: RewardStatus): boolean => ledgerPlace(status) === "pending";

export interface AdjustedReward {
  status: RewardStatus;
  dueMinor: bigint;
  /** What was handed over, when it was and did not come back: the due amount at that moment. */
  settledMinor: bigint | null;
  /** Where it stood before everything was taken back. */
  statusBeforeReversal: RewardStatus | null;
}

/**
 * The status after a refund, or its failure, changed what is due (M5, I16). What is on its way stays there until the
 * provider confirmed: the difference is a receivable by then.
 */
export function statusAfterAdjustment({
  status,
  dueMinor,
  settledMinor,
  statusBeforeReversal,
}: AdjustedReward): RewardStatus {
  if (status === "in_transit" || ledgerPlace(status) === "nowhere") return status;
  if (settledMinor !== null && ["paid", "partly_reversed", "reversed"].includes(status)) {
    if (dueMinor === 0n && settledMinor > 0n) return "reversed";
    return dueMinor < settledMinor ? "partly_reversed" : "paid";
  }
  if (dueMinor === 0n) return "reversed";
  if (status !== "reversed") return status;
  // What might have left by now, or came back, goes through the release again, which re-reads the facts (W16).
  return RELEASED.has(statusBeforeReversal) ? "approved" : statusBeforeReversal ?? "pending";
}
