import { randomInt } from "node:crypto";
import type { Locale } from "~/platform/locale";

/** Nothing in it is mistaken for something else when it is read aloud or from paper. */
const LETTERS = "ACDEFGHJKMNPQRTUVWXY3479";
const PREFIX: Record<Locale, string> = { en: "THANKS", nl: "BEDANKT" };

/** A code nobody guesses: `THANKS-` and eight letters of 24. */
export function personalCodeText(locale: Locale): string {
  const letters = Array.from({ length: 8 }, () => LETTERS.charAt(randomInt(LETTERS.length)));
  return `${PREFIX[locale]}-${letters.join("")}`;
}
