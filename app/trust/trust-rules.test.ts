import { describe, expect, it } from "vitest";
import { strictest } from "./outcome";
import type { RewardAtStake, TrustFacts, TrustSigns } from "./trust-facts";
import { DEFAULT_POLICY, type TrustPolicy } from "./trust-policy";
import { checkTrust } from "./trust-rules";

const at = (text: string) => new Date(`2026-11-${text}Z`);

const stake = (over: Partial<RewardAtStake> = {}): RewardAtStake => ({
  amountMinor: 1_000n, eachMinor: 5_000n, per30DaysMinor: 25_000n, twoAdminsAboveMinor: 50_000n,
  championSince: new Date("2026-01-01Z"), rewardsBefore: 3, takenBackBefore: 0, grantedIn30DaysMinor: 0n, ...over,
});

const signs = (over: Partial<TrustSigns> = {}): TrustSigns => ({
  sameCard: "nobody", mailHost: { kind: "own", sameAsChampion: false, friendsBefore: 0 }, network: { sameAsChampion: false, sameBrowser: true },
  pace: { seconds: 600, friendsIn24Hours: 1, medianPerDay: 0 }, warning: "none", othersPaidThere: 0, accountChangedAt: null,
  adClick: null, referrerHost: null, codes: { friends: 20, withoutClick: 2 }, circle: "none", subscriptionEndedAt: null,
  costsMoreThanItBrings: null, sameDelivery: "nothing", verdict: null, ...over,
});

const facts = (over: Partial<TrustFacts> = {}): TrustFacts => ({
  paidAt: at("10T12:00:00"), sameAsFriend: null, paidBefore: null, touchedAt: at("09T12:00:00"),
  touchValidUntil: new Date("2026-12-09T12:00:00Z"), boundAt: at("10T12:00:00"), byHand: false, reward: stake(), signs: signs(), ...over,
});

const outcomeOf = (rule: string, over: Partial<TrustFacts>, policy: Partial<TrustPolicy> = {}) =>
  checkTrust(facts(over), { ...DEFAULT_POLICY, ...policy }).find((check) => check.rule === rule)?.outcome;

describe("trust rules", () => {
  it("an ordinary recommendation passes all of them", () => {
    const checks = checkTrust(facts());
    expect(checks.map(({ rule }) => rule)).toEqual(
      ["R1", "R2", "R3", "R4", "R5", "R6", "R7", "R8", "R9", "R10", "R11", "R12", "R13", "R14", "R17", "R19"],
    );
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

  it.each<[string, string, Partial<TrustSigns>, string | undefined]>([
    ["R2", "paid with the champion's card", { sameCard: "champion" }, "block"],
    ["R2", "paid with another friend's card", { sameCard: "other_friend" }, "hold"],
    ["R5", "the champion's company", { mailHost: { kind: "own", sameAsChampion: true, friendsBefore: 0 } }, "flag"],
    ["R5", "the second of a company", { mailHost: { kind: "own", sameAsChampion: false, friendsBefore: 1 } }, "flag"],
    ["R5", "the third of a company", { mailHost: { kind: "own", sameAsChampion: false, friendsBefore: 2 } }, "hold"],
    ["R5", "the tenth of a mail provider", { mailHost: { kind: "free", sameAsChampion: true, friendsBefore: 9 } }, undefined],
    ["R6", "an address to be thrown away", { mailHost: { kind: "disposable", sameAsChampion: false, friendsBefore: 0 } }, "hold"],
    ["R6", "no address told", { mailHost: null }, undefined],
    ["R7", "the same network, another browser (R33)", { network: { sameAsChampion: true, sameBrowser: false } }, "note"],
    ["R7", "the same network and browser", { network: { sameAsChampion: true, sameBrowser: true } }, "flag"],
    ["R7", "the same network and another sign", { network: { sameAsChampion: true, sameBrowser: false }, adClick: { parameter: "fbclid", ownCampaign: false } }, "flag"],
    ["R8", "9 seconds", { pace: { seconds: 9, friendsIn24Hours: 1, medianPerDay: 0 } }, "hold"],
    ["R8", "10 seconds", { pace: { seconds: 10, friendsIn24Hours: 1, medianPerDay: 0 } }, "pass"],
    ["R8", "a code, typed while paying", { pace: { seconds: null, friendsIn24Hours: 5, medianPerDay: 0 } }, "pass"],
    ["R8", "the sixth friend of a day", { pace: { seconds: 60, friendsIn24Hours: 6, medianPerDay: 6 } }, "hold"],
    ["R12", "a dispute", { warning: "dispute_open" }, "hold"],
    ["R13", "one bank account for two champions", { othersPaidThere: 1 }, "hold"],
    ["R14", "a new address 71 hours before", { accountChangedAt: at("07T13:00:00") }, "routine_check"],
    ["R14", "a new address 72 hours before", { accountChangedAt: at("07T12:00:00") }, "pass"],
    ["R15", "an advertisement at Google", { adClick: { parameter: "gclid", ownCampaign: false } }, "hold"],
    ["R15", "an advertisement of one's own", { adClick: { parameter: "gclid", ownCampaign: true } }, "pass"],
    ["R17", "three of ten by code", { codes: { friends: 10, withoutClick: 3 } }, "pass"],
    ["R17", "four of ten by code", { codes: { friends: 10, withoutClick: 4 } }, "flag"],
    ["R17", "nine of nine by code", { codes: { friends: 9, withoutClick: 9 } }, "pass"],
    ["R19", "who brought each other", { circle: "mutual" }, "hold"],
    ["R20", "ended after 13 days", { subscriptionEndedAt: at("23T12:00:00") }, "flag"],
    ["R20", "ended after 14 days", { subscriptionEndedAt: at("24T12:00:00") }, "pass"],
    ["R20", "costs more than it brings", { costsMoreThanItBrings: true }, "flag"],
    ["R21", "one address, not compared at this level", { sameDelivery: "address" }, undefined],
    ["R34", "found not genuine before", { verdict: { genuine: false, rules: [] } }, "block"],
  ])("%s: %s", (rule, _title, over, outcome) => {
    expect(outcomeOf(rule, { signs: signs(over) })).toBe(outcome);
  });

  it.each<[string, number, string]>([["four rewards, none back", 0, "pass"], ["one of five back", 1, "pass"], ["two of five back", 2, "hold"]])(
    "R11: %s", (_title, takenBackBefore, outcome) => {
      expect(outcomeOf("R11", { reward: stake({ rewardsBefore: 5, takenBackBefore }) })).toBe(outcome);
    },
  );

  it("R16: a host under a banned one, and none when nothing is banned", () => {
    const from = (referrerHost: string) => ({ signs: signs({ referrerHost }) });
    expect(outcomeOf("R16", from("www.coupons.example"), { bannedHosts: ["coupons.example"] })).toBe("hold");
    expect(outcomeOf("R16", from("mycoupons.example"), { bannedHosts: ["coupons.example"] })).toBe("pass");
    expect(outcomeOf("R16", from("coupons.example"))).toBeUndefined();
  });

  it("a person who decided by hand judged what R3 and R4 ask, and nothing else (A19, I24)", () => {
    const byHand = { byHand: true, paidBefore: at("01T00:00:00"), touchedAt: undefined, touchValidUntil: undefined };
    const asked = checkTrust(facts(byHand)).map(({ rule }) => rule);
    expect(asked).toContain("R1");
    expect(asked).not.toContain("R3");
    expect(asked).not.toContain("R4");
    expect(outcomeOf("R1", { ...byHand, sameAsFriend: "email" })).toBe("block");
  });

  it("says when two admins are needed", () => {
    const check = checkTrust(facts({ reward: stake({ amountMinor: 50_001n }) })).find(({ rule }) => rule === "R10");
    expect(check?.compared.twoAdmins).toBe(true);
  });

  it("asks nothing about a reward when none is at stake", () => {
    expect(checkTrust(facts({ reward: null, signs: null })).map(({ rule }) => rule)).toEqual(["R1", "R3", "R4"]);
  });
});

describe("policy", () => {
  it("levels move the figures, and nothing else: relaxed never finds more than strict", () => {
    const sixth = { signs: signs({ pace: { seconds: 60, friendsIn24Hours: 6, medianPerDay: 1 } }) };
    expect([outcomeOf("R8", sixth, { level: "relaxed" }), outcomeOf("R8", sixth), outcomeOf("R8", sixth, { level: "strict" })])
      .toEqual(["pass", "hold", "hold"]);
    expect(outcomeOf("R21", { signs: signs({ sameDelivery: "phone" }) }, { level: "strict" })).toBe("flag");
    expect(outcomeOf("R1", { sameAsFriend: "email" }, { level: "relaxed" })).toBe("block");
  });

  it("what is advice only stays visible and stops nothing; plain facts are never advice (R33)", () => {
    const policy = { ...DEFAULT_POLICY, adviceOnly: ["R1", "R2", "R6", "R8"] };
    const doubtful = facts({ sameAsFriend: "email", signs: signs({ sameCard: "champion", mailHost: { kind: "disposable", sameAsChampion: false, friendsBefore: 0 } }) });
    const outcomes = Object.fromEntries(checkTrust(doubtful, policy).map(({ rule, outcome, compared }) => [rule, [outcome, compared.adviceOnly]]));
    expect(outcomes).toMatchObject({ R1: ["block", undefined], R2: ["block", undefined], R6: ["note", "hold"] });
    const unknown = checkTrust(facts({ signs: signs({ pace: undefined }) }), policy);
    expect(unknown.find(({ rule }) => rule === "R8")?.outcome).toBe("hold");
  });

  it("a verdict sticks; another kind of sign doubts again (R34)", () => {
    const verdict = { genuine: true, rules: ["R2", "R5"] };
    const again = checkTrust(facts({ signs: signs({ verdict, sameCard: "other_friend" }) }));
    expect(again.find(({ rule }) => rule === "R2")).toMatchObject({ outcome: "note", compared: { judgedBefore: "hold" } });
    expect(strictest(again)).toBe("note");
    expect(strictest(checkTrust(facts({ signs: signs({ verdict, sameCard: "other_friend", circle: "mutual" }) })))).toBe("hold");
    expect(strictest(checkTrust(facts({ signs: signs({ verdict, sameCard: "champion" }) })))).toBe("block");
  });
});

describe("fraud-rule-error-holds (R32, N6)", () => {
  it.each<[string, Partial<TrustFacts>]>([
    ["R1", { sameAsFriend: undefined }],
    ["R3", { paidBefore: undefined }],
    ["R4", { touchedAt: undefined }],
    ["R9", { reward: stake({ rewardsBefore: undefined }) }],
    ["R10", { reward: stake({ grantedIn30DaysMinor: undefined }) }],
    ["R11", { reward: stake({ takenBackBefore: undefined }) }],
    ["R2", { signs: signs({ sameCard: undefined }) }],
    ["R5", { signs: signs({ mailHost: undefined }) }],
    ["R7", { signs: signs({ network: undefined }) }],
    ["R8", { signs: signs({ pace: undefined }) }],
    ["R12", { signs: signs({ warning: undefined }) }],
    ["R13", { signs: signs({ othersPaidThere: undefined }) }],
    ["R14", { signs: signs({ accountChangedAt: undefined }) }],
    ["R15", { signs: signs({ adClick: undefined }) }],
    ["R16", { signs: signs({ referrerHost: undefined }) }],
    ["R17", { signs: signs({ codes: undefined }) }],
    ["R19", { signs: signs({ circle: undefined }) }],
    ["R20", { signs: signs({ subscriptionEndedAt: undefined }) }],
    ["R34", { signs: signs({ verdict: undefined }) }],
  ])("%s without its input holds", (rule, over) => {
    const checks = checkTrust(facts(over));
    expect(checks.find((check) => check.rule === rule)).toMatchObject({ outcome: "hold", compared: { cause: "missing_input" } });
    expect(strictest(checks)).toBe("hold");
  });

  it("a rule that throws holds, and the others still judge", () => {
    const broken = { id: "R99", version: 1, judge: () => { throw new Error("bug"); } };
    const judged = { id: "R98", version: 1, judge: () => ({ outcome: "note" as const, compared: {} }) };
    expect(checkTrust(facts(), DEFAULT_POLICY, [broken, judged])).toEqual([
      { rule: "R98", version: 1, outcome: "note", compared: {} },
      { rule: "R99", version: 1, outcome: "hold", compared: { cause: "error" } },
    ]);
  });
});
