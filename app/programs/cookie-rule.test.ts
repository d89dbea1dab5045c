import { describe, expect, it } from "vitest";
import { COOKIE_RULES, cookieSeconds, type CookieMoment } from "./cookie-rule";

const MOMENTS: CookieMoment[] = ["visit", "claim", "claim_with_consent"];
const days = (cookie: (typeof COOKIE_RULES)[number], clickMemoryDays: number) =>
  MOMENTS.map((moment) => (cookieSeconds({ cookie, clickMemoryDays }, moment) ?? 0) / 86_400);

describe("for how many days the cookie lives at a visit, a claim, a claim with the box ticked (L3, A12)", () => {
  it.each([
    ["on_claim", 7, [0, 7, 7]],
    ["on_claim", 90, [0, 30, 30]],
    ["off", 90, [0, 0, 0]],
    ["consent", 7, [0, 0, 7]],
    ["consent", 90, [0, 0, 90]],
    ["affiliate_only", 7, [7, 7, 7]],
    ["affiliate_only", 90, [30, 30, 30]],
  ] as const)("%s with a click memory of %d days: %j", (cookie, memory, expected) => {
    expect(days(cookie, memory)).toEqual(expected);
  });

  it("is set by reading a page in one setting alone", () => {
    expect(COOKIE_RULES.filter((cookie) => cookieSeconds({ cookie, clickMemoryDays: 30 }, "visit") !== null)).toEqual(["affiliate_only"]);
  });
});
