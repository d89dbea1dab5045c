import type { ProgramRules } from "./program-rules";
import type { RewardRule } from "./reward-rule";

/** Ways a reward can be approved: when its wait is over, by a person, or at once. */
export const APPROVALS = ["hold_end", "manual", "immediate"] as const;
export type Approval = (typeof APPROVALS)[number];

/** W11: how what a rule gives is approved, and how many days it waits for that; a rule that says nothing goes as its program does. */
export function approvalOf(
  program: Pick<ProgramRules, "approval" | "holdDays">,
  rule: Pick<RewardRule, "approval">,
): { approval: Approval; holdDays: number } {
  const approval = rule.approval ?? program.approval;
  return { approval, holdDays: approval === "immediate" ? 0 : program.holdDays };
}
