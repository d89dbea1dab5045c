import { z } from "zod";
import type { Locale } from "~/platform/locale";
import { currencyDigits, parseAmount } from "~/platform/money";
import type { Benefit } from "./benefit";
import { APPROVALS } from "./rule-approval";
import { FOR_WHOM } from "./reward-side";
import { inOrder, isMilestone, isOfPayment, TRIGGERS, UNCONDITIONAL, type RewardRule } from "./reward-rule";

const typed = z.string().trim().max(20);

/** One reward rule as typed; a row without an occasion is no rule. */
export const ruleRowSchema = z.strictObject({
  key: typed.optional(),
  forWhom: z.enum(FOR_WHOM).optional(),
  trigger: z.enum(TRIGGERS).optional(),
  months: z.number().int().min(1).max(120).optional(),
  fromFriend: z.number().int().min(1).max(1_000).optional(),
  group: z.string().trim().max(80).optional(),
  leastMinor: typed.optional(),
  approval: z.enum(APPROVALS).optional(),
  kind: z.enum(["flat", "percent"]).optional(),
  value: typed.optional(),
});

export type RuleRow = z.output<typeof ruleRowSchema>;

/** What is wrong with typed fields: a message key by field name. */
export type FieldProblems = Record<string, string>;

/** The amount or percentage somebody typed. */
export function readBenefit(
  kind: Benefit["kind"],
  text: string,
  currency: string,
): { benefit: Benefit } | { problem: string } {
  if (kind === "none") return { benefit: { kind } };
  if (kind === "percent") {
    // Hundredths of a percent are basis points, as cents are hundredths of a euro.
    const basisPoints = Number(parseAmount(text, "EUR") ?? 0n);
    if (basisPoints < 1 || basisPoints > 10_000) return { problem: "settings.issue.percent" };
    return { benefit: { kind, basisPoints } };
  }
  const amountMinor = parseAmount(text, currency) ?? 0n;
  return amountMinor > 0n ? { benefit: { kind, amountMinor } } : { problem: "settings.issue.amount" };
}

/** The rules typed in these rows, most particular first; `problems` by field name. */
export function readRuleRows(
  rows: readonly RuleRow[],
  currency: string,
): { rules: RewardRule[]; problems: FieldProblems } {
  const problems: FieldProblems = {};
  const rules: RewardRule[] = [];
  rows.forEach((row, i) => {
    if (!row.trigger) return;
    const read = readBenefit(row.kind ?? "flat", row.value ?? "", currency);
    if ("problem" in read) problems[`rewards[${i}].value`] = read.problem;
    const leastMinor = row.leastMinor === undefined ? 0n : parseAmount(row.leastMinor, currency);
    if (leastMinor === null) problems[`rewards[${i}].leastMinor`] = "settings.issue.amount";
    if ("problem" in read || leastMinor === null || read.benefit.kind === "none") return;
    const { trigger, fromFriend, forWhom = "champion" } = row;
    if (isMilestone({ trigger }) && forWhom !== "champion") problems[`rewards[${i}].forWhom`] = "settings.issue.milestoneFor";
    const named = { key: keyFor(row, rules), forWhom, trigger, worth: read.benefit, approval: row.approval ?? null };
    if (!isOfPayment({ trigger })) {
      if (read.benefit.kind !== "flat") problems[`rewards[${i}].kind`] = "settings.issue.fixedAmount";
      if (isMilestone({ trigger }) && !fromFriend) problems[`rewards[${i}].fromFriend`] = "settings.issue.milestoneFriends";
      rules.push({ ...UNCONDITIONAL, ...named, months: null, fromFriend: isMilestone({ trigger }) ? fromFriend ?? 1 : 1 });
      return;
    }
    const months = trigger === "first_purchase" ? null : row.months ?? null;
    rules.push({ ...named, months, fromFriend: fromFriend ?? 1, group: row.group ?? null, leastMinor });
  });
  return { rules: inOrder(rules), problems };
}

/** The key a rule has had since it was first typed, or one of its own. */
function keyFor({ key, trigger = "first_purchase" }: RuleRow, taken: readonly RewardRule[]): string {
  const free = (name: string) => !taken.some((rule) => rule.key === name);
  if (key && /^[a-z][a-z0-9_]*$/.test(key) && free(key)) return key;
  for (let number = 1; ; number++) {
    const name = number === 1 ? trigger : `${trigger}_${number}`;
    if (free(name)) return name;
  }
}

/** What the fields of a row hold before anybody types. */
export type RuleRowValues = Record<keyof RuleRow, string>;

export function ruleRowValues(rule: RewardRule, currency: string, locale: Locale): RuleRowValues {
  return {
    key: rule.key,
    forWhom: rule.forWhom,
    trigger: rule.trigger,
    months: rule.months === null ? "" : String(rule.months),
    fromFriend: rule.fromFriend === 1 && !isMilestone(rule) ? "" : String(rule.fromFriend),
    group: rule.group ?? "",
    leastMinor: rule.leastMinor === 0n ? "" : amountText(rule.leastMinor, currency, locale),
    approval: rule.approval ?? "",
    kind: rule.worth.kind,
    value: typedBenefit(rule.worth, currency, locale),
  };
}

/** An amount as somebody of that language types it: `12,50`. */
export function amountText(minor: bigint, currency: string, locale: Locale): string {
  const digits = currencyDigits(currency);
  const text = minor.toString().padStart(digits + 1, "0");
  const mark = locale === "nl" ? "," : ".";
  return digits === 0 ? text : `${text.slice(0, -digits)}${mark}${text.slice(-digits)}`;
}

/** A benefit as it is typed: an amount, or a percentage without zeros behind the mark. */
export function typedBenefit(benefit: Benefit, currency: string, locale: Locale): string {
  if (benefit.kind === "none") return "";
  if (benefit.kind === "flat") return amountText(benefit.amountMinor, currency, locale);
  return amountText(BigInt(benefit.basisPoints), "EUR", locale).replace(/[.,]00$/, "");
}
