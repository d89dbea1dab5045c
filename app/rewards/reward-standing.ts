import type { ProgramRules } from "~/programs/program-rules";
import type { RewardWorth } from "~/programs/reward-worth";
import type { RewardStatus } from "./reward";

/** What the trust rules found at the strictest; the outcomes of a trust check. */
export interface TrustFinding {
  outcome: "pass" | "note" | "routine_check" | "flag" | "hold" | "not_eligible" | "block";
  /** Why a reward is not eligible or blocked, in the reason codes. */
  reason: string | null;
}

export interface Standing {
  genuine: "yes" | "no" | "open";
  payable: "yes" | "no" | "open";
  status: RewardStatus;
  reason: string;
  needsPerson: boolean;
}

interface GrantFacts {
  worth: RewardWorth;
  rules: Pick<ProgramRules, "approval" | "autoApproveEachMinor">;
  trust: TrustFinding;
  /** Why a genuine one can earn nothing at all, such as another currency (M13). */
  unpayableBecause?: string;
  /** The provider settles after the hold (W9). */
  settlesLater?: boolean;
}

/**
 * Where a new reward starts: the three answers (W1), and whether a person must look (W11, W12, R35). Only hard
 * identity and facts refuse without one (R33); whatever else is found waits.
 */
export function standingAtGrant({ worth, rules, trust, unpayableBecause, settlesLater }: GrantFacts): Standing {
  if (trust.outcome === "block" || trust.outcome === "not_eligible") {
    return {
      genuine: "no",
      payable: "no",
      status: "rejected",
      reason: trust.reason ?? "manual_decision",
      needsPerson: false,
    };
  }
  if (worth.amountMinor === 0n || unpayableBecause) {
    return {
      genuine: "yes",
      payable: "no",
      status: "rejected",
      reason: unpayableBecause ?? worth.reason ?? "below_minimum_purchase",
      needsPerson: false,
    };
  }
  const open = { genuine: "open", payable: "open" } as const;
  if (trust.outcome === "hold") return { ...open, status: "held", reason: "in_review", needsPerson: true };
  if (trust.outcome === "flag") return { ...open, status: "pending", reason: "in_review", needsPerson: true };
  const byHand =
    trust.outcome === "routine_check" ||
    rules.approval === "manual" ||
    worth.amountMinor > rules.autoApproveEachMinor;
  return {
    ...open,
    status: "pending",
    reason: byHand ? "routine_check" : settlesLater ? "settlement_wait" : "hold_period",
    needsPerson: byHand,
  };
}
