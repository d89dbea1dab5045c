import { z } from "zod";
import {
  FIGURES,
  PLACEHOLDER,
  type Figure,
  type ProgramCopy,
  type ProgramCopyByLocale,
} from "./program-copy";

// A typed amount or percentage would stay behind when the rules change: figures are computed, never typed.
const UNIT = "(%|‰|(euros?|dollars?|pounds?|ponden|cents?|procent|percent|EUR|USD|GBP|CHF)(?!\\p{L}))";
const TYPED_FIGURE = new RegExp(`\\p{Sc}|\\d[\\d.,]*\\s?${UNIT}|(^|\\P{L})(EUR|USD|GBP|CHF)\\s?\\d`, "iu");

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
  steps: z.tuple([text(240), text(240), text(240)]),
  values: text(800),
  friendHeadline: text(120),
  shareText: text(280),
}) satisfies z.ZodType<ProgramCopy>;

/** The texts of one version in both languages. */
export const programCopySchema = z.strictObject({
  en: copyTextSchema,
  nl: copyTextSchema,
}) satisfies z.ZodType<ProgramCopyByLocale>;
