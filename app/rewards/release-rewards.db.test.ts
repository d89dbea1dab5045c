import { beforeAll, describe, expect, it } from "vitest";
import { auditLedger } from "~/ledger/audit-ledger.server";
import { aReward, aRewardedChampion, type RewardedChampion } from "~/testing/builders/rewards";
import { thanksForFirst } from "~/programs/reward-rule";
import { testDatabase, type TestDatabase } from "~/testing/test-database";
import { TestClock } from "~/testing/test-clock";
import { adjustRewardForRefunds } from "./adjust-reward-for-refunds.server";
import { approveReward } from "./approve-reward.server";
import { auditRewards } from "./audit-rewards.server";
import { holdForDispute } from "./hold-for-dispute.server";
import { listDueRewards } from "./list-due-rewards.server";
import { markRewardInTransit, markRewardPaid, markRewardWaiting } from "./mark-reward.server";
import { releaseReward } from "./release-reward.server";
import type { RewardRow } from "./reward-row";

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});

const HOLD_END = "2026-12-02T09:00:00Z";
const at = (time: string) => ({ db: test.db, clock: new TestClock(time) });
const release = (owner: RewardedChampion, { id: rewardId }: RewardRow, time = HOLD_END) =>
  releaseReward(
    { rewardId, championId: owner.champion.id, rules: owner.rules, calendar: owner.calendar },
    at(time),
  );
const due = async (time: string) => (await listDueRewards(at(time))).map(({ id }) => id);

describe("releaseReward", () => {
  it("does nothing a second before the hold's end (I18)", async () => {
    const owner = await aRewardedChampion(test);
    const reward = await aReward(test, owner);
    expect(await release(owner, reward, "2026-12-02T08:59:59Z")).toMatchObject({
      outcome: "nothing",
      reward: { status: "pending" },
    });
    expect(await due("2026-12-02T08:59:59Z")).not.toContain(reward.id);
    expect(await due(HOLD_END)).toContain(reward.id);
  });

  it("approves what nobody doubts, then makes it payable, once each (W11)", async () => {
    const owner = await aRewardedChampion(test);
    const reward = await aReward(test, owner);
    const outcomes = (await Promise.all(Array.from({ length: 8 }, () => release(owner, reward)))).map(
      ({ outcome }) => outcome,
    );
    expect(outcomes.sort()).toEqual([
      "approved",
      "nothing",
      "nothing",
      "nothing",
      "nothing",
      "nothing",
      "nothing",
      "payable",
    ]);
    expect(await due(HOLD_END)).not.toContain(reward.id);
  });

  it("never pays by waiting what needs a person: it escalates at the hold's end and every week (W13, R35)", async () => {
    const owner = await aRewardedChampion(test);
    const reward = await aReward(test, owner, { trust: { outcome: "flag", reason: null } });
    const first = await release(owner, reward);
    expect(first).toMatchObject({
      outcome: "escalated",
      reward: { status: "pending", reason: "in_review", decideBy: reward.decideBy },
    });
    expect(await due("2026-12-09T08:59:00Z")).not.toContain(reward.id);
    expect(await release(owner, reward, "2026-12-09T08:59:00Z")).toMatchObject({ outcome: "nothing" });
    expect(await due("2026-12-09T09:00:01Z")).toContain(reward.id);
    // The first promise was missed by then, so there is a new one.
    expect(await release(owner, reward, "2026-12-09T09:00:01Z")).toMatchObject({
      outcome: "escalated",
      reward: { status: "pending", decideBy: new Date("2026-12-16T16:00:00Z") },
    });
    expect(await release(owner, reward, "2029-01-01T00:00:00Z")).toMatchObject({
      reward: { status: "pending" },
    });
  });

  it("approves alone up to EUR 250 in thirty days, then asks a person (W12)", async () => {
    const owner = await aRewardedChampion(test, {
      capPer30DaysMinor: null,
      rewards: [thanksForFirst({ kind: "flat", amountMinor: 5_000n })],
    });
    const rewards = await Promise.all(Array.from({ length: 8 }, () => aReward(test, owner)));
    const outcomes = (await Promise.all(rewards.map((reward) => release(owner, reward)))).map(
      ({ outcome }) => outcome,
    );
    expect(outcomes.filter((outcome) => outcome === "approved")).toHaveLength(5);
    expect(outcomes.filter((outcome) => outcome === "escalated")).toHaveLength(3);
  });
});

/** A reward of EUR 10 on EUR 80, brought to the status it is told to have. */
async function brought(to: "pending" | "held" | "approved" | "payable" | "in_transit" | "paid") {
  const owner = await aRewardedChampion(test);
  const reward = await aReward(test, owner);
  const steps = ["pending", "approved", "payable", "in_transit", "paid"];
  if (to === "held")
    await holdForDispute({ conversionId: reward.conversionId, open: true, factKey: "dp" }, test);
  const upTo = steps.indexOf(to);
  if (upTo >= 1) await release(owner, reward);
  if (upTo >= 2) await release(owner, reward);
  if (upTo >= 3) await mark((tx) => markRewardInTransit(tx, { rewardId: reward.id, now: test.clock.now() }));
  if (upTo >= 4)
    await mark((tx) =>
      markRewardPaid(tx, { rewardId: reward.id, settledMinor: 1000n, now: test.clock.now() }),
    );
  return { owner, reward };
}

const mark = <T>(work: Parameters<typeof test.db.transaction<T>>[1]) => test.db.transaction("mark", work);

function adjust({ conversionId }: RewardRow, takenBackMinor: bigint) {
  const cause = takenBackMinor === 0n ? null : takenBackMinor >= 8_000n ? "refund_full" : "refund_partial";
  return adjustRewardForRefunds(
    { conversionId, paidMinor: 8_000n, takenBackMinor, cause, factKey: `re:${takenBackMinor}` },
    test,
  );
}

describe("adjustRewardForRefunds", () => {
  it.each([
    ["pending", "pending", "reversed", "pending"],
    ["held", "held", "reversed", "held"],
    ["approved", "approved", "reversed", "approved"],
    ["payable", "payable", "reversed", "approved"],
    ["in_transit", "in_transit", "in_transit", "in_transit"],
    ["paid", "partly_reversed", "reversed", "paid"],
  ] as const)(
    "a %s one: a quarter back is %s, all back is %s, the refund failing is %s (M4, M5, M6)",
    async (start, partly, wholly, back) => {
      const { reward } = await brought(start);
      expect(await adjust(reward, 2_000n)).toMatchObject([
        { changed: true, beforeMinor: 1000n, reward: { status: partly, dueMinor: 750n } },
      ]);
      expect(await adjust(reward, 2_000n)).toMatchObject([{ changed: false }]);
      expect(await adjust(reward, 9_999n)).toMatchObject([
        { reward: { status: wholly, dueMinor: 0n, takenBackMinor: 8_000n } },
      ]);
      expect(await adjust(reward, 0n)).toMatchObject([{ reward: { status: back, dueMinor: 1000n } }]);
    },
  );

  it("ends the same whatever the order and number of tellings (M4)", async () => {
    const { reward } = await brought("approved");
    await Promise.all(Array.from({ length: 10 }, () => adjust(reward, 3_000n)));
    const [last] = await adjust(reward, 3_000n);
    expect(last).toMatchObject({ changed: false, reward: { dueMinor: 625n } });
  });

  it("turns what was on its way into a receivable when it arrives (M5)", async () => {
    const { reward } = await brought("in_transit");
    await adjust(reward, 8_000n);
    const paid = await mark((tx) =>
      markRewardPaid(tx, { rewardId: reward.id, settledMinor: 1000n, now: test.clock.now() }),
    );
    expect(paid).toMatchObject({ status: "reversed", reason: "refund_full", dueMinor: 0n });
  });

  it("books nothing on a refused one, and an appeal starts from the facts", async () => {
    const owner = await aRewardedChampion(test);
    const reward = await aReward(test, owner, { trust: { outcome: "block", reason: "self_referral" } });
    expect(await adjust(reward, 2_000n)).toMatchObject([
      { changed: false, reward: { status: "rejected", takenBackMinor: 2_000n, dueMinor: 0n } },
    ]);
  });
});

describe("disputes (M8)", () => {
  it.each(["pending", "approved", "payable"] as const)(
    "stops a %s one and lets it go on when it is won",
    async (start) => {
      const { owner, reward } = await brought(start);
      const about = { conversionId: reward.conversionId, factKey: "dp_1" };
      expect(await holdForDispute({ ...about, open: true }, test)).toMatchObject([
        { status: "held", reason: "dispute_open" },
      ]);
      expect(await holdForDispute({ ...about, open: true }, test)).toMatchObject([{ status: "held" }]);
      expect(await release(owner, reward)).toMatchObject({ outcome: "nothing" });
      expect(await due(HOLD_END)).not.toContain(reward.id);
      await holdForDispute({ ...about, open: false }, test);
      expect(await release(owner, reward)).toMatchObject({
        outcome: start === "pending" ? "approved" : "payable",
      });
    },
  );

  it("leaves what has left the house to the adjustment", async () => {
    const { reward } = await brought("paid");
    expect(
      await holdForDispute({ conversionId: reward.conversionId, open: true, factKey: "dp_1" }, test),
    ).toMatchObject([{ status: "paid" }]);
  });
});

describe("markRewardWaiting", () => {
  it("says why a payable one stays, once per reason", async () => {
    const { reward } = await brought("payable");
    const wait = (reason: string) =>
      mark((tx) => markRewardWaiting(tx, { rewardId: reward.id, reason, now: test.clock.now() }));
    const first = await wait("nothing_to_credit");
    expect(first).toMatchObject({ status: "payable", reason: "nothing_to_credit" });
    expect((await wait("nothing_to_credit")).version).toBe(first.version);
  });

  it("takes a failed one back from its way, and refuses what was never on it", async () => {
    const { reward } = await brought("in_transit");
    expect(
      await mark((tx) =>
        markRewardWaiting(tx, { rewardId: reward.id, reason: "delivery_failed", now: test.clock.now() }),
      ),
    ).toMatchObject({
      status: "payable",
      reason: "delivery_failed",
    });
    const { reward: pending } = await brought("pending");
    await expect(
      mark((tx) => markRewardPaid(tx, { rewardId: pending.id, settledMinor: 1000n, now: test.clock.now() })),
    ).rejects.toMatchObject({
      code: "reward_step_refused",
    });
  });
});

it("approves once when a person and the machine do it at the same moment", async () => {
  const { owner, reward } = await brought("pending");
  await Promise.allSettled([
    release(owner, reward),
    approveReward({ rewardId: reward.id, expectedVersion: 1, by: "person:psn_admin" }, test),
  ]);
  const approvals = await mark((tx) =>
    tx.ledgerTransaction.count({ where: { subject: reward.id, kind: "approve_reward" } }),
  );
  expect(approvals).toBe(1);
});

it("leaves a book that agrees with every reward", async () => {
  const findings = await test.db.transaction("audit", async (tx) => [
    ...(await auditLedger(tx)),
    ...(await auditRewards(tx)),
  ]);
  expect(findings).toEqual([]);
});
