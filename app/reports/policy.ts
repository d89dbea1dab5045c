import type { ProgramRules } from "~/programs/program-rules";
import type { Approval } from "~/programs/rule-approval";
import type { TrustCheck } from "~/trust/outcome";
import type { TrustPolicy } from "~/trust/trust-policy";
import type { TakenBackStep } from "./replay-moments";

/** When a reward is let go, and by whom. */
export interface Policy {
  rules: Pick<ProgramRules, "holdDays" | "approval" | "autoApproveEachMinor" | "autoApprove30DaysMinor" | "twoAdminsAboveMinor">;
  trust: TrustPolicy;
}

/** A reward of the past, with all that is known of it by now. Minor units. */
export interface PastReward {
  rewardId: string;
  championId: string;
  paidAt: Date;
  grantedAt: Date;
  /** When the provider let us have the money, as far as it told (W9). */
  settlesAt: Date | null;
  grantedMinor: bigint;
  /** What the friend paid. */
  paidMinor: bigint;
  /** How the rule that gave it is approved; null is as the program says (W11). */
  approval: Approval | null;
  /** A person looked at it and refused. */
  refused: boolean;
  /** What trust rules had compared. */
  checks: readonly TrustCheck[];
  /** Oldest first. */
  takenBack: readonly TakenBackStep[];
}

/** What becomes of a reward under a policy. */
export interface Course {
  /** Who lets it go: the clock, one person or two; or nobody, where a check refuses it. */
  by: "clock" | "person" | "two" | "nobody";
  /** When it may leave the house; null when it never does. */
  leavesAt: Date | null;
  /** What leaves. Minor units. */
  leavesMinor: bigint;
  /** What of that was taken back afterwards. Minor units. */
  lostMinor: bigint;
}
