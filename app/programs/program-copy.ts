import { z } from "zod";
import { LOCALES } from "~/platform/locale";
import type { Money } from "~/platform/money";
import { exampleOf, type Benefit, type ProgramRules } from "./program-rules";

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

// A typed amount or percentage would stay behind when the rules change: figures are computed, never typed.
const UNIT = "(%|‰|(euros?|dollars?|pounds?|ponden|cents?|procent|percent|EUR|USD|GBP|CHF)(?!\\p{L}))";
const TYPED_FIGURE = new RegExp(`\\p{Sc}|\\d[\\d.,]*\\s?${UNIT}|(^|\\P{L})(EUR|USD|GBP|CHF)\\s?\\d`, "iu");
const PLACEHOLDER = /\{([^{}]*)\}/g;

function text(max: number) {
  return z
    .string()
    .trim()
    .min(1)
    .max(max)
    .refine((value) => !TYPED_FIGURE.test(value), "settings.issue.typedFigure")
    .refine((value) => {
      const rest = value.replace(PLACEHOLDER, (whole, name) =>
        FIGURES.includes(name as Figure) ? "" : whole,
      );
      return !/[{}]/.test(rest);
    }, "settings.issue.unknownFigure");
}

export const copyTextSchema = z.strictObject({
  title: text(80),
  promise: text(200),
  /** What happens, in three sentences. */
  steps: z.tuple([text(240), text(240), text(240)]),
  /** What the company stands for. */
  values: text(800),
  /** On the friend's landing page, under the champion's name. */
  friendHeadline: text(120),
  /** The champion's ready words; the disclosure line is added when they are shown and is not part of them (L4). */
  shareText: text(280),
});

/** A program's texts in one language; figures stand in them as `{reward}` and are filled in by `fillCopy`. */
export type ProgramCopy = z.output<typeof copyTextSchema>;

export const programCopySchema = z.strictObject({ en: copyTextSchema, nl: copyTextSchema });
export type ProgramCopyByLocale = z.output<typeof programCopySchema>;

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
    reward: benefitText(rules.reward, currency, format),
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
