import { isLocale, LOCALES, type Locale } from "~/platform/locale";
import { readCookie } from "./cookies.server";

export const LANGUAGE_COOKIE = "__Host-lang";

/** The language to answer in: chosen earlier, else what the browser asks for, else English. */
export function localeOf(request: Pick<Request, "headers">): Locale {
  const chosen = readCookie(request, LANGUAGE_COOKIE);
  return isLocale(chosen) ? chosen : preferredLocale(request.headers.get("Accept-Language") ?? "");
}

/** Reads `nl-BE,nl;q=0.9,en;q=0.8`: the highest weight wins, the earlier one on a tie. */
export function preferredLocale(acceptLanguage: string): Locale {
  let best: { locale: Locale; weight: number } | null = null;
  for (const part of acceptLanguage.slice(0, 500).split(",")) {
    const [range = "", ...parameters] = part.trim().split(";");
    const locale = range.trim().slice(0, 2).toLowerCase();
    if (!isLocale(locale) || !/^[a-z]{2}(-|$)/i.test(range.trim())) continue;
    const q = parameters
      .map((parameter) => /^\s*q=(.*)$/i.exec(parameter)?.[1])
      .find((value) => value !== undefined);
    const weight = q === undefined ? 1 : Number(q);
    // A weight that is no number compares as false: the part is skipped.
    if (weight > 0 && (!best || weight > best.weight)) best = { locale, weight };
  }
  return best?.locale ?? LOCALES[0];
}
