import { z } from "zod";
import type { Locale } from "~/platform/locale";
import { parseAmount } from "~/platform/money";
import type { Benefit } from "./benefit";
import { COOKIE_RULES } from "./cookie-rule";
import { FRIEND_RAILS, HOLD_DAYS, RAILS, rulesProblems, type ProgramRules } from "./program-rules";
import { MAX_RULES } from "./reward-rule";
import { APPROVALS } from "./rule-approval";
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
  capPerFriendMinor: typed.optional(),
  budgetPer30DaysMinor: typed.optional(),
  model: z.enum(["first", "last"]),
  clickMemoryDays: z.number().int().min(1).max(90),
  qualifyDays: z.number().int().min(1).max(3650).optional(),
  holdDays: z.enum(HOLD_DAYS.map(String) as [string, ...string[]]),
  approval: z.enum(APPROVALS),
  autoApproveEachMinor: typed,
  autoApprove30DaysMinor: typed,
  twoAdminsAboveMinor: typed,
  rail: z.enum(RAILS),
  friendRail: z.enum(FRIEND_RAILS),
  minimumPayoutMinor: typed.optional(),
  pointsPerUnit: z.number().int().min(1).max(10_000).optional(),
  keepMonths: z.number().int().min(1).max(120).optional(),
  cookie: z.enum(COOKIE_RULES),
};

export type RulesForm = z.output<z.ZodObject<typeof rulesFormShape>>;

// Where a problem of the rules is shown in the form.
const FIELD_OF: Partial<Record<keyof ProgramRules, string>> = {
  rewards: "rewards[0].value",
  friendOffer: "friendOfferValue",
  ownOffer: "ownOfferValue",
};

/** What of the rules a field is about: `ownOfferKind` and `ownOfferValue` are the own offer, `rewards[0].value` the rewards. */
const ruleOf = (field: string) => field.replace(/(\[.*|Kind|Value)$/, "");

/**
 * The rules somebody typed, or everything that is wrong with them: a message key by field name. Rules that do not go
 * together are told too, where each of them is well written.
 * @param form a field that could not be read is missing
 * @param currency the program's, which a form cannot change (M13)
 */
export function readRulesForm(
  form: Partial<RulesForm>,
  currency: ProgramRules["currency"],
): { rules: ProgramRules } | { problems: FieldProblems } {
  const problems: FieldProblems = {};
  // Whoever read the form has told already what is wrong with these.
  const unread: string[] = [];

  function given<Name extends keyof RulesForm>(field: Name, otherwise: NonNullable<RulesForm[Name]>): NonNullable<RulesForm[Name]> {
    const value = form[field];
    if (value === undefined) unread.push(field);
    return value ?? otherwise;
  }

  function amount(field: keyof RulesForm, text: RulesForm[keyof RulesForm] = form[field]): bigint {
    const minor = text === undefined ? 0n : parseAmount(String(text), currency);
    if (minor === null) problems[field] = "settings.issue.amount";
    return minor ?? 0n;
  }

  function offer(name: "friendOffer" | "ownOffer"): Benefit {
    const read = readBenefit(given(`${name}Kind`, "none"), form[`${name}Value`] ?? "", currency);
    if ("benefit" in read) return read.benefit;
    problems[`${name}Value`] = read.problem;
    return { kind: "none" };
  }

  const typedRules = readRuleRows(given("rewards", []), currency);
  Object.assign(problems, typedRules.problems);
  const limit = (field: "capPer30DaysMinor" | "capPerFriendMinor" | "budgetPer30DaysMinor") =>
    form[field] === undefined ? null : amount(field);

  const rules: ProgramRules = {
    currency,
    rewards: typedRules.rules,
    friendOffer: offer("friendOffer"),
    ownOffer: offer("ownOffer"),
    referenceBasketMinor: amount("referenceBasketMinor", given("referenceBasketMinor", "0")),
    minimumPurchaseMinor: amount("minimumPurchaseMinor"),
    capPer30DaysMinor: limit("capPer30DaysMinor"),
    capPerFriendMinor: limit("capPerFriendMinor"),
    budgetPer30DaysMinor: limit("budgetPer30DaysMinor"),
    autoApproveEachMinor: amount("autoApproveEachMinor", given("autoApproveEachMinor", "0")),
    autoApprove30DaysMinor: amount("autoApprove30DaysMinor", given("autoApprove30DaysMinor", "0")),
    twoAdminsAboveMinor: amount("twoAdminsAboveMinor", given("twoAdminsAboveMinor", "0")),
    model: given("model", "first"),
    clickMemoryDays: given("clickMemoryDays", 1),
    qualifyDays: form.qualifyDays ?? null,
    holdDays: Number(given("holdDays", "0")) as ProgramRules["holdDays"],
    approval: given("approval", "hold_end"),
    rail: given("rail", RAILS[0]),
    friendRail: given("friendRail", FRIEND_RAILS[0]),
    minimumPayoutMinor: amount("minimumPayoutMinor"),
    pointsPerUnit: form.pointsPerUnit ?? 100,
    keepMonths: form.keepMonths ?? null,
    cookie: given("cookie", COOKIE_RULES[0]),
  };
  const limits = ["capPer30DaysMinor", "capPerFriendMinor", "budgetPer30DaysMinor"] as const;
  for (const field of ["referenceBasketMinor", "twoAdminsAboveMinor", ...limits] as const) {
    if (rules[field] === 0n) problems[field] ??= "settings.issue.amount";
  }
  const wrong = new Set([...Object.keys(problems), ...unread].map(ruleOf));
  for (const { field, message, beside } of rulesProblems(rules)) {
    if (![field, ...beside].some((rule) => wrong.has(rule))) problems[FIELD_OF[field] ?? field] = message;
  }
  return wrong.size > 0 || Object.keys(problems).length > 0 ? { problems } : { rules };
}

/** What the fields hold before anybody types: the rules in force. */
export type RulesFormValues = Record<Exclude<keyof RulesForm, "rewards">, string> & { rewards: RuleRowValues[] };

export function rulesFormValues(rules: ProgramRules, locale: Locale): RulesFormValues {
  const amount = (minor: bigint) => amountText(minor, rules.currency, locale);
  const limit = (minor: bigint | null) => (minor === null ? "" : amount(minor));
  const benefit = (of: Benefit) => typedBenefit(of, rules.currency, locale);
  return {
    rewards: rules.rewards.map((rule) => ruleRowValues(rule, rules.currency, locale)),
    friendOfferKind: rules.friendOffer.kind,
    friendOfferValue: benefit(rules.friendOffer),
    ownOfferKind: rules.ownOffer.kind,
    ownOfferValue: benefit(rules.ownOffer),
    referenceBasketMinor: amount(rules.referenceBasketMinor),
    minimumPurchaseMinor: rules.minimumPurchaseMinor === 0n ? "" : amount(rules.minimumPurchaseMinor),
    capPer30DaysMinor: limit(rules.capPer30DaysMinor),
    capPerFriendMinor: limit(rules.capPerFriendMinor),
    budgetPer30DaysMinor: limit(rules.budgetPer30DaysMinor),
    model: rules.model,
    clickMemoryDays: String(rules.clickMemoryDays),
    qualifyDays: rules.qualifyDays === null ? "" : String(rules.qualifyDays),
    holdDays: String(rules.holdDays),
    approval: rules.approval,
    autoApproveEachMinor: amount(rules.autoApproveEachMinor),
    autoApprove30DaysMinor: amount(rules.autoApprove30DaysMinor),
    twoAdminsAboveMinor: amount(rules.twoAdminsAboveMinor),
    rail: rules.rail,
    friendRail: rules.friendRail,
    minimumPayoutMinor: rules.minimumPayoutMinor === 0n ? "" : amount(rules.minimumPayoutMinor),
    pointsPerUnit: String(rules.pointsPerUnit),
    keepMonths: rules.keepMonths === null ? "" : String(rules.keepMonths),
    cookie: rules.cookie,
  };
}
