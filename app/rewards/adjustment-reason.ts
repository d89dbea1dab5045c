import type { RewardStatus } from "./reward";

/**
 * Why a payment is worth less than it was, as the facts stand together; null when nothing is taken back. `correction`:
 * facts heard of later say that it was somebody else's, or nobody's (A6). `milestone_lost`: fewer friends stayed than it asks for.
 */
export type AdjustmentCause = "refund_full" | "refund_partial" | "dispute_lost" | "correction" | "milestone_lost" | null;

interface Adjustment {
  from: RewardStatus;
  to: RewardStatus;
  /** The reason that stood. */
  reason: string | null;
  needsPerson: boolean;
  cause: AdjustmentCause;
}

/** The reason code a reward bears after its amount was adjusted; one that still waits keeps what it waits for. */
export function reasonAfterAdjustment({ from, to, reason, needsPerson, cause }: Adjustment): string | null {
  // On its way it has nothing else to say, and the payment's end needs to know (`mark-reward.server.ts`).
  if (to === "reversed" || to === "partly_reversed" || to === "in_transit") return cause;
  if (to === from) return reason;
  if (to === "pending" || to === "held") return needsPerson ? "in_review" : "hold_period";
  return null;
}
