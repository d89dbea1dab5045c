import { describe, expect, it } from "vitest";
import { REWARD_STATUSES, type RewardStatus } from "~/rewards/reward";
import { sampleReferral, sampleReward } from "./sample-event";
import type { RewardSnapshot } from "./snapshots";
import { typesOfReferral, typesOfReward } from "./told-types";

const reward = (over: Partial<RewardSnapshot>): RewardSnapshot => ({ ...sampleReward("pending"), ...over });
const step = (from: RewardStatus, to: RewardStatus, over: { before?: Partial<RewardSnapshot>; after?: Partial<RewardSnapshot> } = {}) =>
  typesOfReward({ before: reward({ status: from, ...over.before }), after: reward({ status: to, ...over.after }) });

describe("what a change of a reward is called", () => {
  it("a grant qualifies the referral, unless it earned nothing", () => {
    expect(typesOfReward({ before: null, after: reward({ status: "pending" }) })).toEqual(["referral.qualified", "reward.pending"]);
    expect(typesOfReward({ before: null, after: reward({ status: "held" }) })).toEqual(["referral.qualified", "reward.pending"]);
    expect(typesOfReward({ before: null, after: reward({ status: "rejected" }) })).toEqual(["referral.rejected"]);
  });

  it.each<[RewardStatus, RewardStatus, string[]]>([
    ["pending", "approved", ["reward.approved"]],
    ["held", "approved", ["reward.approved"]],
    ["pending", "rejected", ["referral.rejected"]],
    ["rejected", "pending", ["reward.restored"]],
    ["approved", "pending", ["reward.pending"]],
    ["payable", "held", ["reward.pending"]],
    ["pending", "held", []],
    ["approved", "payable", []],
    ["payable", "in_transit", []],
    ["in_transit", "paid", ["reward.issued"]],
    ["in_transit", "payable", []],
    ["payable", "expired", ["reward.expired"]],
    ["paid", "partly_reversed", []],
  ])("%s to %s with the same amount", (from, to, types) => {
    expect(step(from, to)).toEqual(types);
  });

  it("less is a reversal and more a restoration, in whatever state", () => {
    for (const status of REWARD_STATUSES) {
      const [less, more] = [{ due_minor: 400 }, { due_minor: 900 }];
      expect(step(status, status, { before: more, after: less })).toEqual(["reward.reversed"]);
      expect(step(status, status, { before: less, after: more })).toEqual(["reward.restored"]);
    }
    expect(step("paid", "reversed", { after: { due_minor: 0 } })).toEqual(["reward.reversed"]);
    expect(step("reversed", "approved", { before: { due_minor: 0 } })).toEqual(["reward.restored"]);
  });

  it("a refusal takes what was due with it and stays a refusal", () => {
    expect(step("pending", "rejected", { after: { due_minor: 0 } })).toEqual(["referral.rejected"]);
    expect(step("rejected", "pending", { before: { due_minor: 0 } })).toEqual(["reward.restored"]);
  });

  it("a hand-over that failed is told once", () => {
    const failed = { reason: "delivery_failed" };
    expect(step("in_transit", "payable", { after: failed })).toEqual(["reward.failed"]);
    expect(step("payable", "in_transit", { before: failed })).toEqual([]);
    expect(step("payable", "payable", { before: failed, after: failed })).toEqual([]);
    expect(step("payable", "payable", { after: { reason: "nothing_to_credit" } })).toEqual([]);
  });
});

describe("what a change of a referral is called", () => {
  const referral = sampleReferral();
  const gone = { ...referral, void_reason: "friend_not_new" };

  it("bound, bound to another, and not standing any more", () => {
    expect(typesOfReferral({ before: null, after: referral })).toEqual(["referral.created"]);
    expect(typesOfReferral({ before: referral, after: { ...referral, champion_id: "chp_other" } })).toEqual(["referral.created"]);
    expect(typesOfReferral({ before: gone, after: referral })).toEqual(["referral.created"]);
    expect(typesOfReferral({ before: referral, after: gone })).toEqual(["referral.rejected"]);
  });

  it("the same again, or another link of the same champion, tells nothing", () => {
    expect(typesOfReferral({ before: referral, after: { ...referral, link_id: "lnk_other" } })).toEqual([]);
    expect(typesOfReferral({ before: gone, after: gone })).toEqual([]);
  });
});
