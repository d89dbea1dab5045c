import { z } from "zod";
import type { Locale } from "~/platform/locale";
import { parseAmount } from "~/platform/money";
import type { Benefit } from "./benefit";
import { COOKIE_RULES } from "./cookie-rule";
import { HOLD_DAYS, RAILS, rulesProblems, type ProgramRules } from "./program-rules";
import { MAX_RULES } from "./reward-rule";
import {
  amountText,
  readBenefit,
  readRuleRows,
  ruleRowSchema,
  ruleRowValues,
  typedBenefit,
  type FieldProblems,
  type RuleRowValues,
} from "./rule-form";

const typed = z.string().trim().max(20);
const benefitKinds = ["flat", "percent", "none"] as const;

/** Rules as typed: amounts and percentages as text, an empty field where nothing applies. */
export const rulesFormShape = {
  rewards: z.array(ruleRowSchema).max(MAX_RULES),
  friendOfferKind: z.enum(benefitKinds),
  friendOfferValue: typed.optional(),
  ownOfferKind: z.enum(benefitKinds),
  ownOfferValue: typed.optional(),
  referenceBasketMinor: typed,
  minimumPurchaseMinor: typed.optional(),
  capPer30DaysMinor: typed.optional(),
  model: z.enum(["first", "last"]),
  clickMemoryDays: z.number().int().min(1).max(90),
  qualifyDays: z.number().int().min(1).max(3650).optional(),
  holdDays: z.enum(HOLD_DAYS.map(String) as [string, ...string[]]),
  approval: z.enum(["hold_end", "manual", "immediate"]),
  autoApproveEachMinor: typed,
  autoApprove30DaysMinor: typed,
  twoAdminsAboveMinor: typed,
  rail: z.enum(RAILS),
  cookie: z.enum(COOKIE_RULES),
};

export type RulesForm = z.output<z.ZodObject<typeof rulesFormShape>>;

// Where a problem of the rules is shown in the form.
const FIELD_OF: Partial<Record<keyof ProgramRules, string>> = {
  rewards: "rewards[0].value",
  friendOffer: "friendOfferValue",
  ownOffer: "ownOfferValue",
};

/**
 * The rules somebody typed, or what is wrong with them: a message key by field name.
 * @param currency the program's, which a form cannot change (M13)
 */
export function readRulesForm(
  form: RulesForm,
  currency: ProgramRules["currency"],
): { rules: ProgramRules } | { problems: FieldProblems } {
  const problems: FieldProblems = {};

  function amount(field: keyof RulesForm, empty: bigint): bigint {
    const text = form[field];
    const minor = text === undefined ? empty : parseAmount(String(text), currency);
    if (minor === null) problems[field] = "settings.issue.amount";
    return minor ?? 0n;
  }

  function offer(name: "friendOffer" | "ownOffer"): Benefit {
    const read = readBenefit(form[`${name}Kind`], form[`${name}Value`] ?? "", currency);
    if ("benefit" in read) return read.benefit;
    problems[`${name}Value`] = read.problem;
    return { kind: "none" };
  }

  const typedRules = readRuleRows(form.rewards, currency);
  Object.assign(problems, typedRules.problems);
  const cap = form.capPer30DaysMinor === undefined ? null : amount("capPer30DaysMinor", 0n);
  const rules: ProgramRules = {
    currency,
    rewards: typedRules.rules,
    friendOffer: offer("friendOffer"),
    ownOffer: offer("ownOffer"),
    referenceBasketMinor: amount("referenceBasketMinor", 0n),
    minimumPurchaseMinor: amount("minimumPurchaseMinor", 0n),
    capPer30DaysMinor: cap,
    autoApproveEachMinor: amount("autoApproveEachMinor", 0n),
    autoApprove30DaysMinor: amount("autoApprove30DaysMinor", 0n),
    twoAdminsAboveMinor: amount("twoAdminsAboveMinor", 0n),
    model: form.model,
    clickMemoryDays: form.clickMemoryDays,
    qualifyDays: form.qualifyDays ?? null,
    holdDays: Number(form.holdDays) as ProgramRules["holdDays"],
    approval: form.approval,
    rail: form.rail,
    cookie: form.cookie,
  };
  for (const field of ["referenceBasketMinor", "twoAdminsAboveMinor", "capPer30DaysMinor"] as const) {
    if (rules[field] === 0n) problems[field] ??= "settings.issue.amount";
  }
  if (Object.keys(problems).length > 0) return { problems };
  const wrong = rulesProblems(rules);
  if (wrong.length === 0) return { rules };
  return {
    problems: Object.fromEntries(wrong.map(({ field, message }) => [FIELD_OF[field] ?? field, message])),
  };
}

/** What the fields hold before anybody types: the rules in force. */
export type RulesFormValues = Record<Exclude<keyof RulesForm, "rewards">, string> & { rewards: RuleRowValues[] };

export function rulesFormValues(rules: ProgramRules, locale: Locale): RulesFormValues {
  const amount = (minor: bigint) => amountText(minor, rules.currency, locale);
  const benefit = (of: Benefit) => typedBenefit(of, rules.currency, locale);
  return {
    rewards: rules.rewards.map((rule) => ruleRowValues(rule, rules.currency, locale)),
    friendOfferKind: rules.friendOffer.kind,
    friendOfferValue: benefit(rules.friendOffer),
    ownOfferKind: rules.ownOffer.kind,
    ownOfferValue: benefit(rules.ownOffer),
    referenceBasketMinor: amount(rules.referenceBasketMinor),
    minimumPurchaseMinor: rules.minimumPurchaseMinor === 0n ? "" : amount(rules.minimumPurchaseMinor),
    capPer30DaysMinor: rules.capPer30DaysMinor === null ? "" : amount(rules.capPer30DaysMinor),
    model: rules.model,
    clickMemoryDays: String(rules.clickMemoryDays),
    qualifyDays: rules.qualifyDays === null ? "" : String(rules.qualifyDays),
    holdDays: String(rules.holdDays),
    approval: rules.approval,
    autoApproveEachMinor: amount(rules.autoApproveEachMinor),
    autoApprove30DaysMinor: amount(rules.autoApprove30DaysMinor),
    twoAdminsAboveMinor: amount(rules.twoAdminsAboveMinor),
    rail: rules.rail,
    cookie: rules.cookie,
  };
}
