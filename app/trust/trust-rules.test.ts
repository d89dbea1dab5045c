import { describe, expect, it } from "vitest";
import { checkTrust, strictest, type RewardAtStake, type TrustFacts } from "./trust-rules";

const at = (text: string) => new Date(`2026-11-${text}Z`);

const stake = (over: Partial<RewardAtStake> = {}): RewardAtStake => ({
  amountMinor: 1_000n, eachMinor: 5_000n, per30DaysMinor: 25_000n, twoAdminsAboveMinor: 50_000n,
  championSince: new Date("2026-01-01Z"), rewardsBefore: 3, grantedIn30DaysMinor: 0n, ...over,
});

const facts = (over: Partial<TrustFacts> = {}): TrustFacts => ({
  paidAt: at("10T12:00:00"), sameAsFriend: null, paidBefore: null, touchedAt: at("09T12:00:00"),
  touchValidUntil: new Date("2026-12-09T12:00:00Z"), boundAt: at("10T12:00:00"), byHand: false, reward: stake(), ...over,
});

const outcomeOf = (rule: string, over: Partial<TrustFacts>) =>
  checkTrust(facts(over)).find((check) => check.rule === rule)?.outcome;

describe("trust rules", () => {
  it("an ordinary recommendation passes all of them", () => {
    const checks = checkTrust(facts());
    expect(checks.map(({ rule, outcome }) => [rule, outcome])).toEqual([
      ["R1", "pass"], ["R3", "pass"], ["R4", "pass"], ["R9", "pass"], ["R10", "pass"],
    ]);
    expect(strictest(checks)).toBe("pass");
  });

  it.each<[string, string, Partial<TrustFacts>, string]>([
    ["R1", "the same customer", { sameAsFriend: "customer" }, "block"],
    ["R1", "the same address", { sameAsFriend: "email" }, "block"],
    ["R3", "paid before", { paidBefore: at("01T00:00:00") }, "not_eligible"],
    ["R4", "touched after the payment", { touchedAt: at("10T12:00:01") }, "not_eligible"],
    ["R4", "touched in the second of the payment", { touchedAt: at("10T12:00:00.900") }, "pass"],
    ["R4", "bound at the end of click memory", { touchValidUntil: at("10T12:00:00") }, "not_eligible"],
    ["R4", "a millisecond before its end", { touchValidUntil: at("10T12:00:00.001") }, "pass"],
    ["R4", "bound in time and paid long after", { boundAt: at("09T13:00:00"), touchValidUntil: at("09T14:00:00") }, "pass"],
    ["R9", "the third reward", { reward: stake({ rewardsBefore: 2 }) }, "routine_check"],
    ["R9", "six days a champion", { reward: stake({ championSince: at("03T12:00:01") }) }, "routine_check"],
    ["R9", "seven days a champion", { reward: stake({ championSince: at("03T12:00:00") }) }, "pass"],
    ["R9", "a champion of no known date", { reward: stake({ championSince: null }) }, "routine_check"],
    ["R10", "EUR 50", { reward: stake({ amountMinor: 5_000n }) }, "pass"],
    ["R10", "EUR 50.01", { reward: stake({ amountMinor: 5_001n }) }, "routine_check"],
    ["R10", "EUR 250 in 30 days", { reward: stake({ grantedIn30DaysMinor: 24_000n }) }, "pass"],
    ["R10", "EUR 250.01 in 30 days", { reward: stake({ grantedIn30DaysMinor: 24_001n }) }, "routine_check"],
  ])("%s: %s", (rule, _title, over, outcome) => {
    expect(outcomeOf(rule, over)).toBe(outcome);
  });

  it("a person who decided by hand judged what R3 and R4 ask, and nothing else (A19, I24)", () => {
    const byHand = { byHand: true, paidBefore: at("01T00:00:00"), touchedAt: undefined, touchValidUntil: undefined };
    expect(checkTrust(facts(byHand)).map(({ rule, outcome }) => [rule, outcome])).toEqual([
      ["R1", "pass"], ["R9", "pass"], ["R10", "pass"],
    ]);
    expect(outcomeOf("R1", { ...byHand, sameAsFriend: "email" })).toBe("block");
  });

  it("says when two admins are needed", () => {
    const check = checkTrust(facts({ reward: stake({ amountMinor: 50_001n }) })).find(({ rule }) => rule === "R10");
    expect(check?.compared.twoAdmins).toBe(true);
  });

  it("asks nothing about a reward when none is at stake", () => {
    expect(checkTrust(facts({ reward: null })).map(({ rule }) => rule)).toEqual(["R1", "R3", "R4"]);
  });
});

describe("fraud-rule-error-holds (R32, N6)", () => {
  it.each<[string, Partial<TrustFacts>]>([
    ["R1", { sameAsFriend: undefined }],
    ["R3", { paidBefore: undefined }],
    ["R4", { touchedAt: undefined }],
    ["R9", { reward: stake({ rewardsBefore: undefined }) }],
    ["R10", { reward: stake({ grantedIn30DaysMinor: undefined }) }],
  ])("%s without its input holds", (rule, over) => {
    const checks = checkTrust(facts(over));
    expect(checks.find((check) => check.rule === rule)).toMatchObject({ outcome: "hold", compared: { cause: "missing_input" } });
    expect(strictest(checks)).toBe("hold");
  });

  it("a rule that throws holds, and the others still judge", () => {
    const broken = { id: "R99", version: 1, judge: () => { throw new Error("bug"); } };
    const judged = { id: "R98", version: 1, judge: () => ({ outcome: "note" as const, compared: {} }) };
    expect(checkTrust(facts(), [broken, judged])).toEqual([
      { rule: "R99", version: 1, outcome: "hold", compared: { cause: "error" } },
      { rule: "R98", version: 1, outcome: "note", compared: {} },
    ]);
  });
});
