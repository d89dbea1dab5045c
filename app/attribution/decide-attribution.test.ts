import { describe, expect, it } from "vitest";
import { aHistory, aLead, aPayment, aTouch, on } from "~/testing/builders/friend-history";
import { decideAttribution } from "./decide-attribution";

const buys = [aPayment("p1", "10")];
const tokenA = aTouch("token", "A", "3", "10");
const tokenB = aTouch("token", "B", "5", "10");

/** Who wins when, and why the others lose, is told by the golden stories (`stories/*.story`). */
describe("a decision", () => {
  it("a sign-up binds and says so", () => {
    const facts = aHistory({ leads: [aLead("l1", "4")], touches: [{ ...tokenA, presentedAt: on("4") }] });
    const { bind, decisions } = decideAttribution(facts);
    expect(bind).toEqual({
      programId: "friends", versionId: "friends-v1", championId: "A", linkId: "link-A", touchId: tokenA.id, handId: null,
      boundAt: on("4"), qualifyUntil: on("369"),
    });
    expect(decisions).toMatchObject([{ kind: "lead", momentId: "l1", reason: null }]);
  });

  it("explains itself: the checks in order, what was compared, which rule (S4)", () => {
    const [decision] = decideAttribution(aHistory({ payments: buys, touches: [tokenA, tokenB] })).decisions;
    expect(decision?.trace.map(({ check, rule, outcome, championId }) => [check, rule, outcome, championId])).toEqual([
      ["touch_in_time", "R4", "pass", "A"], ["click_memory", "A3", "pass", "A"], ["champion_standing", "A7", "pass", "A"],
      ["not_self", "R1", "pass", "A"], ["programme_open", "A7", "pass", "A"], ["friend_new", "A8", "pass", "A"],
      ["which_touch", "A4", "pass", "A"],
      ["touch_in_time", "R4", "pass", "B"], ["click_memory", "A3", "pass", "B"], ["champion_standing", "A7", "pass", "B"],
      ["not_self", "R1", "pass", "B"], ["programme_open", "A7", "pass", "B"], ["friend_new", "A8", "pass", "B"],
      ["which_touch", "A4", "fail", "B"],
    ]);
    expect(decision?.trace[1]?.compared).toEqual({
      touchedAt: on("3").toISOString(), days: 30, until: on("33").toISOString(), at: on("10").toISOString(),
    });
  });
});
