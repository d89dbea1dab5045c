import { beforeAll, describe, expect, it } from "vitest";
import { auditLedger } from "~/ledger/audit-ledger.server";
import { balanceOf } from "~/ledger/balance-of.server";
import { championPayable, championPending, programCost } from "~/ledger/chart-of-accounts";
import { listLedgerLines } from "~/ledger/list-ledger-lines.server";
import { aReward, aRewardedChampion } from "~/testing/builders/rewards";
import { thanksForFirst } from "~/programs/reward-rule";
import { testDatabase, type TestDatabase } from "~/testing/test-database";
import { approveReward } from "./approve-reward.server";
import { auditRewards } from "./audit-rewards.server";
import { holdForDispute } from "./hold-for-dispute.server";
import { refuseReward } from "./refuse-reward.server";
import type { RewardRow } from "./reward-row";
import { undoApproval } from "./undo-approval.server";

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});

const ADMIN = "person:psn_admin";
const OTHER = "person:psn_other";
const act = (reward: RewardRow, by = ADMIN) => ({ rewardId: reward.id, expectedVersion: reward.version, by });
const balance = (account: string) => test.db.transaction("read", (tx) => balanceOf(tx, account, "EUR"));
const lines = (reward: RewardRow) => test.db.transaction("read", (tx) => listLedgerLines(tx, reward.id));
const two = { rewards: [thanksForFirst({ kind: "flat", amountMinor: 60_000n })], capPer30DaysMinor: null } as const;

describe("approveReward", () => {
  it("moves the money from pending to payable and says who decided", async () => {
    const owner = await aRewardedChampion(test);
    const { reward, approved } = await approveReward(act(await aReward(test, owner)), test);
    expect(approved).toBe(true);
    expect(reward).toMatchObject({
      status: "approved",
      reason: null,
      genuine: "yes",
      payable: "yes",
      decidedBy: ADMIN,
      version: 2,
    });
    expect(await balance(championPending(owner.champion.id))).toBe(0n);
    expect(await balance(championPayable(owner.champion.id))).toBe(-1000n);
  });

  it("refuses one's own (W15)", async () => {
    const owner = await aRewardedChampion(test);
    const reward = await aReward(test, owner);
    await expect(approveReward(act(reward, `person:${owner.person.id}`), test)).rejects.toMatchObject({
      status: 403,
    });
  });

  it("refuses what changed since it was shown, and what is decided", async () => {
    const reward = await aReward(test);
    const { reward: approved } = await approveReward(act(reward), test);
    await expect(approveReward(act(reward, OTHER), test)).rejects.toMatchObject({ code: "reward_changed" });
    await expect(approveReward(act(approved, OTHER), test)).rejects.toMatchObject({
      code: "reward_step_refused",
    });
    await expect(approveReward({ ...act(reward), rewardId: "rwd_none" }, test)).rejects.toMatchObject({
      status: 404,
    });
  });

  it("needs two different admins above the second amount (W12)", async () => {
    const reward = await aReward(test, await aRewardedChampion(test, two));
    const first = await approveReward(act(reward), test);
    expect(first).toMatchObject({ approved: false, reward: { status: "pending", reason: "routine_check" } });
    await expect(approveReward(act(first.reward), test)).rejects.toMatchObject({
      code: "second_admin_needed",
    });
    const second = await approveReward(act(first.reward, OTHER), test);
    expect(second).toMatchObject({ approved: true, reward: { status: "approved", decidedBy: OTHER } });
    expect((await lines(reward)).map(({ kind }) => kind)).toEqual(["grant_reward", "approve_reward"]);
  });

  it("starts counting anew when a first approval was followed by another step", async () => {
    const reward = await aReward(test, await aRewardedChampion(test, two));
    const first = await approveReward(act(reward), test);
    const [held] = await holdForDispute(
      { conversionId: reward.conversionId, open: true, factKey: "dp_1:open" },
      test,
    );
    const [lifted] = await holdForDispute(
      { conversionId: reward.conversionId, open: false, factKey: "dp_1:won" },
      test,
    );
    expect([first.reward.status, held?.status, lifted?.status]).toEqual(["pending", "held", "held"]);
    expect(await approveReward(act(lifted!, OTHER), test)).toMatchObject({ approved: false });
  });

  it("needs two for any reward of a batch above the limit", async () => {
    const { approved, reward } = await approveReward({ ...act(await aReward(test)), twoAdmins: true }, test);
    expect(approved).toBe(false);
    // The second one may come alone: the reward remembers.
    expect(await approveReward(act(reward, OTHER), test)).toMatchObject({ approved: true });
  });

  it("refuses while the payment is disputed", async () => {
    const reward = await aReward(test);
    const [held] = await holdForDispute(
      { conversionId: reward.conversionId, open: true, factKey: "dp_2:open" },
      test,
    );
    await expect(approveReward(act(held!), test)).rejects.toMatchObject({ code: "dispute_open" });
  });

  it("approves each of twenty once when fifty admins press at the same moment (F14)", async () => {
    const owner = await aRewardedChampion(test, { capPer30DaysMinor: null });
    const rewards = await Promise.all(Array.from({ length: 20 }, () => aReward(test, owner)));
    const admins = Array.from({ length: 50 }, (_, i) => `person:psn_${i}`);
    const outcomes = await Promise.allSettled(
      admins.flatMap((by) => rewards.map((reward) => approveReward(act(reward, by), test))),
    );
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(20);
    const refusals = outcomes
      .filter((each) => each.status === "rejected")
      .map(({ reason }) => (reason as { code: string }).code);
    expect(new Set(refusals)).toEqual(new Set(["reward_changed"]));
    const booked = (await Promise.all(rewards.map(lines))).flat();
    expect(booked.filter(({ kind }) => kind === "approve_reward")).toHaveLength(20);
    expect(await balance(championPayable(owner.champion.id))).toBe(-20_000n);
  }, 60_000);
});

describe("refuseReward", () => {
  const refusal = { clauseNumber: 4, note: "This did not count as a new recommendation." };

  it("takes back what was granted and keeps clause and sentence (W14)", async () => {
    const owner = await aRewardedChampion(test);
    const { reward } = await refuseReward({ ...act(await aReward(test, owner)), ...refusal }, test);
    expect(reward).toMatchObject({
      status: "rejected",
      reason: "manual_decision",
      payable: "no",
      dueMinor: 0n,
      ...refusal,
    });
    expect(await balance(programCost(owner.program.id))).toBe(0n);
    expect(await balance(championPending(owner.champion.id))).toBe(0n);
  });

  it.each([0, 11, -1, 99])("refuses clause %s, which this champion never accepted", async (clauseNumber) => {
    const reward = await aReward(test);
    await expect(refuseReward({ ...act(reward), ...refusal, clauseNumber }, test)).rejects.toMatchObject({
      code: "clause_not_accepted",
    });
  });

  it("refuses what is approved, one's own, and what changed", async () => {
    const owner = await aRewardedChampion(test);
    const reward = await aReward(test, owner);
    await expect(
      refuseReward({ ...act(reward, `person:${owner.person.id}`), ...refusal }, test),
    ).rejects.toMatchObject({ status: 403 });
    const { reward: approved } = await approveReward(act(reward), test);
    await expect(refuseReward({ ...act(reward), ...refusal }, test)).rejects.toMatchObject({
      code: "reward_changed",
    });
    await expect(refuseReward({ ...act(approved), ...refusal }, test)).rejects.toMatchObject({
      code: "reward_step_refused",
    });
  });
});

describe("undoApproval", () => {
  it("takes an approval back inside the hold by reversing its booking (I5)", async () => {
    const { reward: approved } = await approveReward(act(await aReward(test)), test);
    const undone = await undoApproval(act(approved, OTHER), test);
    expect(undone).toMatchObject({
      status: "pending",
      needsPerson: true,
      decidedAt: null,
      decidedBy: null,
      dueMinor: 1000n,
    });
    const [, approval, undo] = await lines(undone);
    expect(undo).toMatchObject({ kind: "undo_approval", reversesId: approval?.id });
    // And it can be approved again.
    expect(await approveReward(act(undone), test)).toMatchObject({ approved: true });
  });

  it("refuses it once the hold is over", async () => {
    const { reward } = await approveReward(act(await aReward(test)), test);
    const clock = { now: () => reward.holdEndsAt };
    await expect(undoApproval(act(reward), { db: test.db, clock })).rejects.toMatchObject({
      code: "hold_over",
    });
  });
});

it("leaves a book that agrees with every reward", async () => {
  const findings = await test.db.transaction("audit", async (tx) => [
    ...(await auditLedger(tx)),
    ...(await auditRewards(tx)),
  ]);
  expect(findings).toEqual([]);
});
