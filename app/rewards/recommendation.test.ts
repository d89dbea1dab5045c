import { describe, expect, it } from "vitest";
import { standingOf, weekOf, type RecommendationFacts } from "./recommendation";
import { rewardView, type ViewedReward } from "./reward-view";

const NOW = new Date("2026-11-24T09:00:00Z");
const LATER = new Date("2026-12-02T16:00:00Z");
const EARLIER = new Date("2026-11-20T09:00:00Z");

const reward: ViewedReward = {
  status: "pending",
  reason: "hold_period",
  decideBy: LATER,
  appealAnswerBy: null,
  nextTryAt: null,
};
const facts: RecommendationFacts = {
  now: NOW,
  memoryUntil: LATER,
  bound: null,
  lostBecause: null,
  purchased: false,
  reward: null,
};
const bound = { qualifyUntil: LATER, voidReason: null };

describe("standingOf (S1, S3)", () => {
  it.each<[string, Partial<RecommendationFacts>, object]>([
    ["a claim that still counts", {}, { step: "claimed", status: "claimed", stopped: false, until: LATER }],
    ["a claim that ran out", { memoryUntil: NOW }, { step: "claimed", stopped: true, status: "expired", reason: null, until: NOW }],
    ["a sign-up", { bound }, { step: "claimed", status: "signed_up", until: LATER }],
    [
      "a sign-up without end",
      { bound: { ...bound, qualifyUntil: null } },
      { status: "signed_up", until: null },
    ],
    [
      "a sign-up that ran out",
      { bound: { ...bound, qualifyUntil: EARLIER } },
      { stopped: true, reason: "qualify_expired" },
    ],
    ["a purchase that earns nothing", { bound, purchased: true }, { step: "bought", status: "bought" }],
    [
      "a reward on hold",
      { bound, purchased: true, reward },
      { step: "hold", status: "pending", reason: "hold_period", until: LATER },
    ],
    [
      "a refused one",
      { bound, purchased: true, reward: { ...reward, status: "rejected", reason: "manual_decision" } },
      { step: "bought", status: "not_eligible", stopped: true, reason: "manual_decision" },
    ],
    [
      "a thank-you",
      { bound, purchased: true, reward: { ...reward, status: "paid", reason: null } },
      { step: "thanked", status: "issued" },
    ],
  ])("%s", (_name, over, expected) => {
    expect(standingOf({ ...facts, ...over })).toMatchObject(expected);
  });

  it.each([
    "friend_not_new",
    "paid_before_touch",
    "already_bound",
    "other_champion",
    "already_referred_by_you",
  ])("tells %s as the one reason that tells nobody apart (S10)", (lostBecause) => {
    expect(standingOf({ ...facts, lostBecause })).toEqual({
      step: "claimed",
      stopped: true,
      status: "not_eligible",
      reason: "friend_not_new",
      until: null,
    });
  });
});

describe("rewardView (S2, S3)", () => {
  it.each<[Partial<ViewedReward>, object]>([
    [
      { status: "held", reason: "in_review" },
      { status: "pending", reason: "in_review", until: LATER },
    ],
    [
      { status: "approved", reason: null },
      { status: "approved", until: LATER },
    ],
    [
      { status: "payable", reason: null },
      { status: "approved", until: LATER },
    ],
    [
      { status: "payable", reason: "nothing_to_credit" },
      { status: "approved", reason: "nothing_to_credit", until: null },
    ],
    [
      { status: "payable", reason: "delivery_failed", nextTryAt: EARLIER },
      { status: "retrying", until: EARLIER },
    ],
    [
      { status: "in_transit", reason: null },
      { status: "issuing", until: LATER },
    ],
    [
      { status: "paid", reason: null },
      { status: "issued", reason: null, until: null },
    ],
    [
      { status: "rejected", reason: "other_champion" },
      { status: "not_eligible", reason: "friend_not_new", until: null },
    ],
    [
      { status: "rejected", appealAnswerBy: EARLIER },
      { status: "pending", reason: "appeal_open", until: EARLIER },
    ],
    [
      { status: "partly_reversed", reason: "refund_partial" },
      { status: "partly_reversed", reason: "refund_partial" },
    ],
    [
      { status: "reversed", reason: "refund_full" },
      { status: "reversed", reason: "refund_full" },
    ],
    [
      { status: "expired", reason: "nothing_to_credit_12m" },
      { status: "expired", reason: "nothing_to_credit_12m" },
    ],
  ])("%o", (over, expected) => {
    expect(rewardView({ ...reward, ...over })).toMatchObject(expected);
  });
});

describe("weekOf (S5)", () => {
  it.each(["Pacific/Auckland", "Pacific/Kiritimati", "Pacific/Pago_Pago", "UTC"])("is a Monday to whoever reads it in %s", (zone) => {
    for (const at of ["2026-11-02T09:00:00.5Z", "2026-11-08T23:30:00Z", "2026-04-05T12:00:00Z"]) {
      expect(weekOf(new Date(at), zone).toLocaleDateString("en", { weekday: "long", timeZone: zone })).toBe("Monday");
    }
  });

  it.each([
    ["2026-11-02T09:00:00Z", "2026-11-02"],
    ["2026-11-08T22:30:00Z", "2026-11-02"],
    // Half past midnight on Monday in Amsterdam.
    ["2026-11-08T23:30:00Z", "2026-11-09"],
  ])("of %s begins on %s", (at, monday) => {
    expect(weekOf(new Date(at), "Europe/Amsterdam").toISOString()).toContain(monday);
  });
});
