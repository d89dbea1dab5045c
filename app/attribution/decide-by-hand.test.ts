import { describe, expect, it } from "vitest";
import { aChampionFact, aHandDecision, aHistory, aLead, aPayment, aTouch, on, winnersOf } from "~/testing/builders/friend-history";
import { decideAttribution } from "./decide-attribution";

const buys = [aPayment("p1", "10"), aPayment("p2", "40")];
const tokenA = aTouch("token", "A", "3", "10");

/** What a decision by hand brings about is told by `stories/7-by-hand.story`. */
describe("attribution by hand (A19)", () => {
  it("leaves no room for an earlier payment or sign-up: one friend, one champion", () => {
    const facts = aHistory({ leads: [aLead("l1", "4")], payments: buys, touches: [tokenA], byHand: [aHandDecision("p2", "C")] });
    expect(decideAttribution(facts).decisions.map(({ bind, reason }) => bind?.championId ?? reason)).toEqual([
      "manual_decision", "manual_decision", "C",
    ]);
  });

  it("the latest counts, in whatever order they are told", () => {
    const [first, second] = [aHandDecision("p1", "C", "11"), aHandDecision("p1", "B", "12")];
    expect(winnersOf(aHistory({ payments: buys, byHand: [first, second] }))).toEqual(["B", "B"]);
    expect(winnersOf(aHistory({ payments: buys, byHand: [second, first] }))).toEqual(["B", "B"]);
  });

  it("gives nothing to the friend themself, nor to somebody who may not take part (I24)", () => {
    const byHand = [aHandDecision("p1", "C")];
    const self = aHistory({ payments: buys, byHand, champions: [aChampionFact("C", { sameAsFriend: "customer" })] });
    expect(winnersOf(self)).toEqual(["nobody: self_referral", "nobody: self_referral"]);
    const blocked = aHistory({ payments: buys, byHand, champions: [aChampionFact("C", { status: "blocked" })] });
    expect(winnersOf(blocked)).toEqual(["nobody: champion_not_valid", "nobody: champion_not_valid"]);
  });

  it("does not move a bind whose reward has left the house", () => {
    const { bind } = decideAttribution(aHistory({ payments: buys, touches: [tokenA] }));
    const facts = aHistory({ payments: buys, touches: [tokenA], byHand: [aHandDecision("p1", "C")], frozenBind: bind });
    expect(winnersOf(facts)).toEqual(["A", "A"]);
  });

  it("is a step of the trace, with its rule", () => {
    const [decision] = decideAttribution(aHistory({ payments: buys, touches: [tokenA], byHand: [aHandDecision("p1", "C")] })).decisions;
    expect(decision?.trace.map(({ check, rule, outcome, championId, reason }) => [check, rule, outcome, championId, reason])).toEqual([
      ["by_hand", "A19", "pass", "C", null], ["champion_standing", "A7", "pass", "C", null], ["not_self", "R1", "pass", "C", null],
      ["qualify_window", "A1", "pass", "C", null],
      ["touch_in_time", "R4", "pass", "A", null], ["click_memory", "A3", "pass", "A", null],
      ["champion_standing", "A7", "pass", "A", null], ["not_self", "R1", "pass", "A", null],
      ["programme_open", "A7", "pass", "A", null], ["by_hand", "A19", "fail", "A", "manual_decision"],
    ]);
    expect(decision?.trace[0]?.compared).toEqual({ boundAt: on("10").toISOString(), decision: "hand-p1-C-20" });
  });
});
