import { describe, expect, it } from "vitest";
import { trustFactsOf } from "~/testing/trust-facts-of";
import { labelledHistories } from "~/testing/trust-histories/histories";
import { factsFromChecks } from "./facts-from-checks";
import type { TrustFacts } from "./trust-facts";
import { DEFAULT_POLICY, TRUST_LEVELS, type TrustPolicy } from "./trust-policy";
import { checkTrust } from "./trust-rules";

const LIMITS = { eachMinor: 5_000n, per30DaysMinor: 25_000n, twoAdminsAboveMinor: 50_000n };
const HISTORIES = labelledHistories(38).map((history) => ({ bannedHosts: history.bannedHosts, facts: trustFactsOf(history) }));

/** What is found at once, and what is found again from what the first judgement kept. */
function bothWays(facts: TrustFacts, first: TrustPolicy, second: TrustPolicy) {
  const kept = factsFromChecks(checkTrust(facts, first), facts.paidAt, LIMITS);
  const outcomes = (of: TrustFacts) => checkTrust(of, second).map(({ rule, outcome }) => `${rule} ${outcome}`);
  return { anew: outcomes(facts), again: outcomes(kept) };
}

describe("what the rules kept of a sale", () => {
  it("is enough to judge it again at every level, as it would have been judged anew", () => {
    for (const { facts, bannedHosts } of HISTORIES) {
      for (const from of TRUST_LEVELS) {
        for (const level of TRUST_LEVELS) {
          // Deliveries are compared in strict programs alone, so nothing of them was kept elsewhere (R21).
          const known = from === "strict" ? facts : { ...facts, signs: { ...facts.signs!, sameDelivery: null } };
          const { anew, again } = bothWays(known, { ...DEFAULT_POLICY, bannedHosts, level: from }, { ...DEFAULT_POLICY, bannedHosts, level });
          expect(again).toEqual(anew);
        }
      }
    }
  });

  it("keeps a person's verdict and what could not be read", () => {
    const [{ facts }] = HISTORIES as [(typeof HISTORIES)[number]];
    const signs = facts.signs!;
    const judged = { ...facts, signs: { ...signs, sameCard: "other_friend", verdict: { genuine: true, rules: ["R2"] } } } as TrustFacts;
    const unread = { ...facts, signs: { ...signs, pace: undefined, mailHost: undefined }, reward: { ...facts.reward!, championSince: undefined } };
    for (const each of [judged, unread]) {
      const { anew, again } = bothWays(each, DEFAULT_POLICY, DEFAULT_POLICY);
      expect(again).toEqual(anew);
    }
  });
});
