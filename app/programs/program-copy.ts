import { LOCALES, type Locale } from "~/platform/locale";
import type { Money } from "~/platform/money";
import type { Benefit } from "./benefit";
import { exampleOf, type ProgramRules } from "./program-rules";
import { firstRule } from "./reward-rule";

/** What a text may leave to the rule engine: `{reward}` stands for what the rules really grant. */
export const FIGURES = [
  "company",
  "reward",
  "friendOffer",
  "ownOffer",
  "basket",
  "friendPays",
  "memoryDays",
] as const;
export type Figure = (typeof FIGURES)[number];

export const PLACEHOLDER = /\{([^{}]*)\}/g;

/** A program's texts in one language; figures stand in them as `{reward}` and are filled in by `fillCopy`. */
export type ProgramCopy = {
  title: string;
  promise: string;
  /** What happens, in three sentences. */
  steps: [string, string, string];
  /** What the company stands for. */
  values: string;
  /** On the friend's landing page, under the champion's name. */
  friendHeadline: string;
  /** The champion's ready words; the disclosure line is added when they are shown and is not part of them (L4). */
  shareText: string;
};

export type ProgramCopyByLocale = Record<Locale, ProgramCopy>;

/** The part of a formatter that copy needs: amounts and percentages as a reader of that language writes them. */
export interface FigureFormat {
  money(amount: Money): string;
  percent(fraction: number, digits?: number): string;
}

/** A benefit in words short enough for a sentence: "€10.00" or "12.5%"; empty when there is none. */
export function benefitText(benefit: Benefit, currency: string, format: FigureFormat): string {
  if (benefit.kind === "none") return "";
  if (benefit.kind === "flat") return format.money({ amountMinor: benefit.amountMinor, currency });
  const digits = benefit.basisPoints % 100 === 0 ? 0 : benefit.basisPoints % 10 === 0 ? 1 : 2;
  return format.percent(benefit.basisPoints / 10_000, digits);
}

/** Every figure a text may name, computed from the rules. */
export function figuresOf(
  rules: ProgramRules,
  company: string,
  format: FigureFormat,
): Record<Figure, string> {
  const { currency } = rules;
  const example = exampleOf(rules);
  return {
    company,
    reward: benefitText(firstRule(rules.rewards)?.worth ?? { kind: "none" }, currency, format),
    friendOffer: benefitText(rules.friendOffer, currency, format),
    ownOffer: benefitText(rules.ownOffer, currency, format),
    basket: format.money({ amountMinor: example.basketMinor, currency }),
    friendPays: format.money({ amountMinor: example.friendPaysMinor, currency }),
    memoryDays: String(rules.clickMemoryDays),
  };
}

/** A text with its figures filled in. */
export function fillText(text: string, figures: Record<Figure, string>): string {
  return text.replace(PLACEHOLDER, (whole, name: string) =>
    Object.hasOwn(figures, name) ? figures[name as Figure] : whole,
  );
}

/** One language's texts with every figure filled in: what a page shows. */
export function fillCopy(copy: ProgramCopy, figures: Record<Figure, string>): ProgramCopy {
  const fill = (text: string) => fillText(text, figures);
  const [first, second, third] = copy.steps;
  return {
    title: fill(copy.title),
    promise: fill(copy.promise),
    steps: [fill(first), fill(second), fill(third)],
    values: fill(copy.values),
    friendHeadline: fill(copy.friendHeadline),
    shareText: fill(copy.shareText),
  };
}

/** Where the texts speak of an offer that the rules do not make: `en.steps.1`, `nl.shareText`. */
export function emptyFigures(copy: ProgramCopyByLocale, rules: ProgramRules): string[] {
  const missing = (["friendOffer", "ownOffer"] as const).filter((offer) => rules[offer].kind === "none");
  const names = missing.map((offer) => `{${offer}}`);
  return LOCALES.flatMap((locale) =>
    Object.entries(copy[locale]).flatMap(([field, value]) =>
      [value].flat().flatMap((part, i) => {
        const path = Array.isArray(value) ? `${locale}.${field}.${i}` : `${locale}.${field}`;
        return names.some((name) => part.includes(name)) ? [path] : [];
      }),
    ),
  );
}
