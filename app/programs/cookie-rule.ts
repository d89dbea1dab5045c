import type { ProgramType } from "./program";

/** Whether and when a program's referral cookie may be set (L3). */
export const COOKIE_RULES = ["on_claim", "off", "consent", "affiliate_only"] as const;
export type CookieRule = (typeof COOKIE_RULES)[number];

/** The exception some countries make is for affiliates alone. */
export function cookieSuits(cookie: CookieRule, type: ProgramType): boolean {
  return cookie !== "affiliate_only" || type === "affiliate";
}

/** Without a recorded consent a claim is remembered no longer than this (A12). */
const DAYS_WITHOUT_CONSENT = 30;
const DAY_SECONDS = 86_400;

/** What a friend just did: opened the landing page, or claimed, with or without a ticked box. */
export type CookieMoment = "visit" | "claim" | "claim_with_consent";

/** For how many seconds the browser may remember the recommendation; null when no cookie may be set now. */
export function cookieSeconds(rules: { cookie: CookieRule; clickMemoryDays: number }, moment: CookieMoment): number | null {
  const short = Math.min(rules.clickMemoryDays, DAYS_WITHOUT_CONSENT) * DAY_SECONDS;
  switch (rules.cookie) {
    case "off":
      return null;
    case "on_claim":
      return moment === "visit" ? null : short;
    case "consent":
      return moment === "claim_with_consent" ? rules.clickMemoryDays * DAY_SECONDS : null;
    case "affiliate_only":
      return short;
  }
}
