import { randomInt } from "node:crypto";
import type { Locale } from "~/platform/locale";

/** Nothing in it is mistaken for something else when it is read aloud or from paper. */
const LETTERS = "ACDEFGHJKMNPQRTUVWXY3479";
const PREFIX: Record<"thanks" | "own", Record<Locale, string>> = {
  thanks: { en: "THANKS", nl: "BEDANKT" },
  own: { en: "MYOWN", nl: "VANMIJ" },
};

/** A code nobody guesses, and nobody takes for one to share: `THANKS-` or `MYOWN-` and eight letters of 24. */
export function personalCodeText(what: "thanks" | "own", locale: Locale): string {
  const letters = Array.from({ length: 8 }, () => LETTERS.charAt(randomInt(LETTERS.length)));
  return `${PREFIX[what][locale]}-${letters.join("")}`;
}
