import { describe, expect, it } from "vitest";
import { aChampionFact, aHistory, aLead, aPayment, aTouch, on } from "~/testing/builders/friend-history";
import { championSteps } from "./attribution-trace";
import { decideAttribution } from "./decide-attribution";
import { championReason, REASON_CODES } from "./reason-codes";

const buys = [aPayment("p1", "10")];
const tokenA = aTouch("token", "A", "3", "10");
const tokenB = aTouch("token", "B", "5", "10");

function stepsFor(championId: string, story: Parameters<typeof aHistory>[0]) {
  const decision = decideAttribution(aHistory(story)).decisions.find(({ kind }) => kind === "payment");
  return championSteps(decision?.trace ?? [], championId);
}

describe("what a champion may read (S4, S10)", () => {
  it("the same is told to a champion whose friend had paid, was bound, or came through somebody else", () => {
    const already = stepsFor("B", { leads: [aLead("l1", "4")], payments: buys, touches: [{ ...tokenA, presentedAt: on("4") }, tokenB] });
    const other = stepsFor("B", { payments: buys, touches: [tokenA, tokenB] });
    const notNew = stepsFor("B", { payments: buys, touches: [tokenB], paidSince: on("-20") });
    const late = stepsFor("B", { payments: buys, touches: [aTouch("token", "B", "11", "10")] });
    for (const steps of [already, other, notNew, late]) {
      expect(steps.at(-1)).toEqual({ check: "new_recommendation", outcome: "fail", reason: "friend_not_new", compared: {} });
    }
    expect(already).toEqual(other);
    expect(notNew).toEqual(other);
  });

  it("nothing about another champion, nor what was compared about the friend", () => {
    const steps = JSON.stringify(stepsFor("B", { payments: buys, touches: [tokenA, tokenB] }));
    expect(steps).not.toContain("link-A");
    expect(steps).not.toContain(on("3").toISOString());
  });

  it("one's own window and standing are told in full", () => {
    const expired = stepsFor("A", { payments: [aPayment("p1", "34")], touches: [{ ...tokenA, presentedAt: on("34") }] });
    expect(expired.find(({ check }) => check === "click_memory")).toMatchObject({
      outcome: "fail", reason: "click_expired", compared: { days: 30, until: on("33").toISOString() },
    });
    const self = stepsFor("A", { payments: buys, touches: [tokenA], champions: [aChampionFact("A", { sameAsFriend: "email" })] });
    expect(self.find(({ check }) => check === "not_self")).toMatchObject({ reason: "self_referral" });
  });

  it("five reasons are one", () => {
    const told = REASON_CODES.notEligible.filter((code) => championReason(code) !== code);
    expect(told).toEqual(["already_referred_by_you", "other_champion", "already_bound", "paid_before_touch"]);
    expect(new Set(told.map(championReason))).toEqual(new Set(["friend_not_new"]));
  });
});
