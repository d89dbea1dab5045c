import { RESERVED_WORDS, RUDE_PARTS, RUDE_WORDS } from "./code-words";

export const CODE_MIN_LENGTH = 3;
export const CODE_MAX_LENGTH = 20;

export type CodeProblem = "too_short" | "too_long" | "characters" | "reserved" | "rude";

export type CodeCheck =
  | { ok: true; code: string }
  | {
      ok: false;
      problem: CodeProblem;
      /** The nearest spelling that would do, when there is one. */
      suggestion: string | null;
    };

/** Letters of other scripts and signs that look or sound like one of ours. */
const LOOKS_LIKE: Record<string, string> = {
  А: "A", В: "B", С: "C", Е: "E", Н: "H", І: "I", Ј: "J", К: "K", М: "M", О: "O", Р: "P", Ѕ: "S", Т: "T", Х: "X", У: "Y",
  Α: "A", Β: "B", Ε: "E", Ζ: "Z", Η: "H", Ι: "I", Κ: "K", Μ: "M", Ν: "N", Ο: "O", Ρ: "P", Τ: "T", Υ: "Y", Χ: "X",
  Æ: "AE", Œ: "OE", Ø: "O", Ł: "L", Đ: "D", Ð: "D", Þ: "TH", ẞ: "SS", İ: "I",
};

/** Upper case without accents, in our letters where another script's letter looks the same. */
function plain(text: string): string {
  return Array.from(text.normalize("NFKD").replace(/\p{M}/gu, "").toUpperCase(), (sign) => LOOKS_LIKE[sign] ?? sign).join("");
}

/** One hyphen for any run of blanks, dashes and underscores; none at either end. */
function hyphenated(text: string): string {
  return text.replace(/[\s_\p{Pd}]+/gu, "-").replace(/^-+|-+$/g, "");
}

/**
 * The form under which a code is kept and looked up: upper case, no accents, one hyphen between parts.
 * @returns null when no code can be meant by this text
 */
export function foldCode(text: string): string | null {
  // Folding can lengthen a text; far beyond the limit nothing is worth the work.
  if (text.length > CODE_MAX_LENGTH * 4) return null;
  // Nearly always it stands in an address as we wrote it.
  if (isCode(text)) return text;
  const folded = hyphenated(plain(text).replace(/['’`.]/g, ""));
  return isCode(folded) ? folded : null;
}

/** Whether a text is a well-formed code: 3 to 20 of A-Z, 0-9 and hyphen. */
export function isCode(text: string): boolean {
  return text.length >= CODE_MIN_LENGTH && text.length <= CODE_MAX_LENGTH && /^[A-Z0-9]+(-[A-Z0-9]+)*$/.test(text);
}

/**
 * What two codes share when a person reading or hearing them could take one for the other: O and 0, I, L and 1,
 * with or without a hyphen. The unique index `referral_code_lookalike` in the database computes the same.
 */
export function lookalikeOf(code: string): string {
  return code.replace(/-/g, "").replace(/O/g, "0").replace(/[IL]/g, "1");
}

/** Checks a code as somebody types it. Upper and lower case are one; anything else we would change is suggested. */
export function checkCode(typed: string, alsoReserved: readonly string[] = []): CodeCheck {
  const wish = typed.trim().slice(0, 200).toUpperCase();
  const spelled = respell(wish);
  const code = spelled.slice(0, CODE_MAX_LENGTH).replace(/-+$/, "");
  const refuse = (problem: CodeProblem, suggestion: string | null = null): CodeCheck => ({ ok: false, problem, suggestion });
  if (isRude(spelled)) return refuse("rude");
  if (code.length < CODE_MIN_LENGTH) return refuse(wish.length < CODE_MIN_LENGTH ? "too_short" : "characters");
  if (isReserved(code, alsoReserved)) return refuse("reserved");
  if (wish === code) return { ok: true, code };
  // Cut to length, a code can come to end in a word it only began.
  const suggestion = isRude(code) ? null : code;
  return refuse(spelled.length > CODE_MAX_LENGTH ? "too_long" : "characters", suggestion);
}

/** Codes to offer to somebody of this name, the plainest first; `digit` gives 0 to 9. */
export function suggestCodes(from: string, digit: () => number, alsoReserved: readonly string[] = []): string[] {
  const base = respell(from).slice(0, 16).replace(/-+$/, "");
  const number = (length: number) => Array.from({ length }, () => String(2 + (digit() % 8))).join("");
  const wishes = [base, `${base}-${number(2)}`, `${base}-${number(3)}`, `${base.slice(0, 14)}-${number(5)}`, `TIP-${number(6)}`];
  return wishes.filter((wish) => checkCode(wish, alsoReserved).ok);
}

function respell(text: string): string {
  return hyphenated(
    plain(text)
      .replace(/[&+]/g, "-")
      .replace(/[^A-Z0-9\s_\p{Pd}]/gu, ""),
  );
}

function isReserved(code: string, alsoReserved: readonly string[]): boolean {
  const reserved = [...RESERVED_WORDS, ...alsoReserved.map(respell)].filter((word) => word.length >= CODE_MIN_LENGTH);
  return reserved.some((word) => lookalikeOf(word) === lookalikeOf(code));
}

/** Digits read as the letters they stand for, in both readings of a 1. */
function lettersOf(text: string): string[] {
  const letters: Record<string, string> = { 0: "O", 3: "E", 4: "A", 5: "S", 7: "T", 8: "B" };
  const read = text.replace(/[034578]/g, (digit) => letters[digit] ?? digit);
  return [read.replace(/1/g, "I"), read.replace(/1/g, "L")];
}

function isRude(code: string): boolean {
  const readings = [code, ...lettersOf(code)];
  return readings.some((reading) => {
    const joined = reading.replace(/[^A-Z]/g, "");
    const parts = reading.split("-").map((part) => part.replace(/^\d+|\d+$/g, ""));
    return (
      RUDE_PARTS.some((word) => joined.includes(word)) ||
      RUDE_WORDS.some((word) => joined === word || parts.includes(word))
    );
  });
}
