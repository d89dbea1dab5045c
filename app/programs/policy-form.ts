import type { z } from "zod";
import { parseAmount } from "~/platform/money";
import { rulesProblems, type ProgramRules } from "./program-rules";
import type { FieldProblems } from "./rule-form";
import { rulesFormShape } from "./rules-form";

const { holdDays, approval, autoApproveEachMinor, autoApprove30DaysMinor, twoAdminsAboveMinor } = rulesFormShape;

/** The part of the rules that says when a reward is let go and by whom, as typed. */
export const policyFormShape = { holdDays, approval, autoApproveEachMinor, autoApprove30DaysMinor, twoAdminsAboveMinor };

const LIMITS = ["autoApproveEachMinor", "autoApprove30DaysMinor", "twoAdminsAboveMinor"] as const;

/** The rules with what somebody typed of the policy in its place, or what is wrong with it: a message key by field name. */
export function readPolicyForm(
  form: z.output<z.ZodObject<typeof policyFormShape>>,
  rules: ProgramRules,
): { rules: ProgramRules } | { problems: FieldProblems } {
  const problems: FieldProblems = {};
  const read = { ...rules, holdDays: Number(form.holdDays) as ProgramRules["holdDays"], approval: form.approval };
  for (const field of LIMITS) {
    const minor = parseAmount(form[field], rules.currency);
    if (minor === null || (field === "twoAdminsAboveMinor" && minor === 0n)) problems[field] = "settings.issue.amount";
    else read[field] = minor;
  }
  for (const { field, message } of rulesProblems(read)) if (field in policyFormShape) problems[field] ??= message;
  return Object.keys(problems).length > 0 ? { problems } : { rules: read };
}
