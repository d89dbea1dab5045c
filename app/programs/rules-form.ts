import { z } from "zod";
import type { Locale } from "~/platform/locale";
import { currencyDigits, parseAmount } from "~/platform/money";
import { COOKIE_RULES } from "./cookie-rule";
import { HOLD_DAYS, RAILS, rulesProblems, type Benefit, type ProgramRules } from "./program-rules";

const typed = z.string().trim().max(20);
const benefitKinds = ["flat", "percent", "none"] as const;

/** Rules as typed: amounts and percentages as text, an empty field where nothing applies. */
export const rulesFormShape = {
  rewardKind: z.enum(["flat", "percent"]),
  rewardValue: typed,
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

type FieldProblems = Partial<Record<keyof RulesForm, string>>;

// Where a problem of the rules is shown in the form.
const FIELD_OF: Partial<Record<keyof ProgramRules, keyof RulesForm>> = {
  reward: "rewardValue",
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

  function benefit(name: "reward" | "friendOffer" | "ownOffer"): Benefit {
    const kind = form[`${name}Kind`];
    const field = `${name}Value` as const;
    if (kind === "none") return { kind };
    const text = form[field] ?? "";
    if (kind === "percent") {
      // Hundredths of a percent are basis points, as cents are hundredths of a euro.
      const basisPoints = Number(parseAmount(text, "EUR") ?? 0n);
      if (basisPoints < 1 || basisPoints > 10_000) problems[field] = "settings.issue.percent";
      return { kind, basisPoints };
    }
    const amountMinor = parseAmount(text, currency) ?? 0n;
    if (amountMinor <= 0n) problems[field] = "settings.issue.amount";
    return { kind, amountMinor };
  }

  const cap = form.capPer30DaysMinor === undefined ? null : amount("capPer30DaysMinor", 0n);
  const rules: ProgramRules = {
    currency,
    reward: benefit("reward"),
    friendOffer: benefit("friendOffer"),
    ownOffer: benefit("ownOffer"),
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

/** An amount as somebody of that language types it: `12,50`. */
export function amountText(minor: bigint, currency: string, locale: Locale): string {
  const digits = currencyDigits(currency);
  const text = minor.toString().padStart(digits + 1, "0");
  const mark = locale === "nl" ? "," : ".";
  return digits === 0 ? text : `${text.slice(0, -digits)}${mark}${text.slice(-digits)}`;
}

function benefitText(benefit: Benefit, currency: string, locale: Locale): string {
  if (benefit.kind === "none") return "";
  if (benefit.kind === "flat") return amountText(benefit.amountMinor, currency, locale);
  return amountText(BigInt(benefit.basisPoints), "EUR", locale).replace(/[.,]00$/, "");
}

/** What the fields hold before anybody types: the rules in force. */
export function rulesFormValues(rules: ProgramRules, locale: Locale): Record<keyof RulesForm, string> {
  const amount = (minor: bigint) => amountText(minor, rules.currency, locale);
  const benefit = (of: Benefit) => benefitText(of, rules.currency, locale);
  return {
    rewardKind: rules.reward.kind,
    rewardValue: benefit(rules.reward),
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
