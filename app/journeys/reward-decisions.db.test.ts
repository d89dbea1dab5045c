import { beforeAll, describe, expect, it } from "vitest";
import { auditLedger } from "~/ledger/audit-ledger.server";
import type { ProgramRules } from "~/programs/program-rules";
import { auditRewards } from "~/rewards/audit-rewards.server";
import type { RewardRow } from "~/rewards/reward-row";
import { aReward, aRewardedChampion, type RewardedChampion } from "~/testing/builders/rewards";
import { TestClock } from "~/testing/test-clock";
import { thanksForFirst } from "~/programs/reward-rule";
import { testDatabase, type TestDatabase } from "~/testing/test-database";
import { announceApproval } from "./announce-approval.server";
import { appealRefusal } from "./appeal-refusal.server";
import { approveRewards } from "./approve-rewards.server";
import { giveAppealAnswer } from "./give-appeal-answer.server";
import { refuseRewards } from "./refuse-rewards.server";
import { releaseHolds } from "./release-holds.server";
import { undoApprovals } from "./undo-approvals.server";

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});

const ADMIN = "person:psn_admin";
const AFTER_HOLD = "2026-12-03T09:00:00Z";
const items = (...rewards: RewardRow[]) =>
  rewards.map(({ id: rewardId, version }) => ({ rewardId, version }));
const read = <T>(work: Parameters<typeof test.db.transaction<T>>[1]) => test.db.transaction("read", work);
const rewardOf = ({ id }: RewardRow) => read((tx) => tx.reward.findUniqueOrThrow({ where: { id } }));
const auditOf = async ({ id: object }: RewardRow) =>
  (await read((tx) => tx.auditEntry.findMany({ where: { object }, orderBy: { id: "asc" } }))).map(
    ({ by, action }) => `${action} by ${by}`,
  );
const mailsTo = async ({ person }: RewardedChampion) =>
  (await read((tx) => tx.mail.findMany({ where: { personId: person.id }, orderBy: { id: "asc" } }))).map(
    ({ template }) => template,
  );
const at = (time: string) => ({ db: test.db, clock: new TestClock(time) });
/** Nobody is held back by the first three rewards or the automatic limits unless a test says so. */
async function champion(rules: Partial<ProgramRules> = {}) {
  return await aRewardedChampion(test, { capPer30DaysMinor: null, ...rules });
}

describe("approveRewards", () => {
  it("approves many with one audit row each, and tells the champion once nobody took it back", async () => {
    const owner = await champion();
    const [one, two] = [await aReward(test, owner), await aReward(test, owner)];
    expect(await approveRewards({ items: items(one, two), by: ADMIN }, test)).toMatchObject([
      { rewardId: one.id, outcome: "approved", version: 2 },
      { rewardId: two.id, outcome: "approved", version: 2 },
    ]);
    expect(await auditOf(one)).toEqual([`reward.approved by ${ADMIN}`]);
    expect(await mailsTo(owner)).toEqual([]);
    await announceApproval({ rewardId: one.id }, test);
    await announceApproval({ rewardId: one.id }, test);
    expect(await mailsTo(owner)).toEqual(["reward_approved"]);
  });

  it("says nothing of an approval that was taken back", async () => {
    const owner = await champion();
    const reward = await aReward(test, owner);
    await approveRewards({ items: items(reward), by: ADMIN }, test);
    expect(await undoApprovals({ items: items(await rewardOf(reward)), by: ADMIN }, test)).toMatchObject([
      { outcome: "undone" },
    ]);
    await announceApproval({ rewardId: reward.id }, test);
    expect(await mailsTo(owner)).toEqual([]);
    expect(await auditOf(reward)).toEqual([
      `reward.approved by ${ADMIN}`,
      `reward.approval_undone by ${ADMIN}`,
    ]);
  });

  it("does the rest when one is one's own or changed, and keeps a trace of what the rules refused", async () => {
    const owner = await champion();
    const [mine, changed, fine] = [await aReward(test, owner), await aReward(test), await aReward(test)];
    await approveRewards({ items: items(changed), by: ADMIN }, test);
    const by = `person:${owner.person.id}`;
    const results = await approveRewards(
      { items: [...items(mine, changed, fine), { rewardId: "rwd_none", version: 1 }], by },
      test,
    );
    expect(results).toMatchObject([
      { outcome: "not_done", code: "forbidden" },
      { outcome: "not_done", code: "reward_changed" },
      { outcome: "approved" },
      { outcome: "not_done", code: "not_found" },
    ]);
    expect(await auditOf(mine)).toEqual([`reward.approve_denied by ${by}`]);
    expect(await auditOf(changed)).toEqual([`reward.approved by ${ADMIN}`]);
    expect((await rewardOf(mine)).status).toBe("pending");
  });

  it("needs a second admin for a batch above EUR 5,000 (W12)", async () => {
    const owner = await champion({ rewards: [thanksForFirst({ kind: "flat", amountMinor: 26_000n })] });
    const batch = await Promise.all(Array.from({ length: 20 }, () => aReward(test, owner)));
    const first = await approveRewards({ items: items(...batch), by: ADMIN }, test);
    expect(new Set(first.map(({ outcome }) => outcome))).toEqual(new Set(["first_of_two"]));
    const seen = await Promise.all(batch.map(rewardOf));
    const second = await approveRewards({ items: items(...seen), by: "person:psn_second" }, test);
    expect(new Set(second.map(({ outcome }) => outcome))).toEqual(new Set(["approved"]));
  });

  it("leaves exactly a hundred approvals, bookings, audit rows and mails of fifty admins at once (F14)", async () => {
    const owners = await Promise.all(Array.from({ length: 100 }, () => champion()));
    const rewards = await Promise.all(owners.map((owner) => aReward(test, owner)));
    const admins = Array.from({ length: 50 }, (_, i) => `person:psn_${i}`);
    const results = (
      await Promise.all(admins.map((by) => approveRewards({ items: items(...rewards), by }, test)))
    ).flat();
    expect(results.filter(({ outcome }) => outcome === "approved")).toHaveLength(100);
    expect(results.filter((each) => each.outcome === "not_done" && each.code !== "reward_changed")).toEqual(
      [],
    );
    const ids = rewards.map(({ id }) => id);
    const where = { subject: { in: ids }, kind: "approve_reward" };
    expect(await read((tx) => tx.ledgerTransaction.count({ where }))).toBe(100);
    expect(await read((tx) => tx.auditEntry.count({ where: { object: { in: ids } } }))).toBe(100);
    await Promise.all(
      ids.flatMap((rewardId) => [announceApproval({ rewardId }, test), announceApproval({ rewardId }, test)]),
    );
    expect(await read((tx) => tx.mail.count({ where: { subjectId: { in: ids } } }))).toBe(100);
  }, 300_000);

  it("sends it on its way at once when the hold is over", async () => {
    const owner = await champion();
    const reward = await aReward(test, owner, { trust: { outcome: "flag", reason: null } });
    const later = at(AFTER_HOLD);
    await releaseHolds(later);
    const [result] = await approveRewards({ items: items(await rewardOf(reward)), by: ADMIN }, later);
    expect(result).toMatchObject({ outcome: "approved" });
    expect(await rewardOf(reward)).toMatchObject({ status: "payable" });
    expect(await read((tx) => tx.instruction.findUnique({ where: { rewardId: reward.id } }))).toMatchObject({
      status: "intended",
    });
  });
});

describe("refuseRewards", () => {
  it("refuses by a clause, with audit row and mail (S7, W14)", async () => {
    const owner = await champion();
    const reward = await aReward(test, owner);
    const note = "This did not count as a new recommendation.";
    expect(
      await refuseRewards({ items: items(reward), clauseNumber: 4, note, by: ADMIN }, test),
    ).toMatchObject([{ outcome: "refused" }]);
    expect(await rewardOf(reward)).toMatchObject({ status: "rejected", clauseNumber: 4, note });
    expect(await auditOf(reward)).toEqual([`reward.refused by ${ADMIN}`]);
    expect(await mailsTo(owner)).toEqual(["reward_refused"]);
  });

  it("does nothing by a clause that was never accepted, and keeps a trace", async () => {
    const reward = await aReward(test);
    expect(
      await refuseRewards({ items: items(reward), clauseNumber: 40, note: "x", by: ADMIN }, test),
    ).toMatchObject([{ outcome: "not_done", code: "clause_not_accepted" }]);
    expect(await auditOf(reward)).toEqual([`reward.refuse_denied by ${ADMIN}`]);
  });
});

describe("appeals", () => {
  it("are promised, answered by a person and told by mail (W18)", async () => {
    const owner = await champion();
    const reward = await aReward(test, owner);
    await refuseRewards({ items: items(reward), clauseNumber: 4, note: "Not new.", by: ADMIN }, test);
    const ask = {
      rewardId: reward.id,
      championId: owner.champion.id,
      personId: owner.person.id,
      text: "She is new.",
    };
    expect(await appealRefusal(ask, test)).toEqual(new Date("2026-11-09T16:00:00Z"));
    const { id: appealId } = await read((tx) =>
      tx.appeal.findFirstOrThrow({ where: { rewardId: reward.id } }),
    );
    const answer = {
      rewardId: reward.id,
      appealId,
      upheld: true,
      answer: "You were right.",
      by: "person:psn_second",
    };
    expect(await giveAppealAnswer(answer, test)).toMatchObject({
      status: "pending",
      reason: "appeal_upheld",
    });
    expect(await mailsTo(owner)).toEqual(["reward_refused", "appeal_received", "appeal_answered"]);
    expect(await auditOf(reward)).toEqual([
      `reward.refused by ${ADMIN}`,
      `appeal.filed by person:${owner.person.id}`,
      "appeal.answered by person:psn_second",
    ]);
  });
});

describe("releaseHolds", () => {
  it("approves, books and sends on its way what nobody doubts, once, with the machine's audit row", async () => {
    const owner = await champion();
    const reward = await aReward(test, owner);
    await releaseHolds(test);
    expect((await rewardOf(reward)).status).toBe("pending");
    await Promise.all([releaseHolds(at(AFTER_HOLD)), releaseHolds(at(AFTER_HOLD))]);
    expect(await rewardOf(reward)).toMatchObject({ status: "payable", decidedBy: "system" });
    expect(await auditOf(reward)).toEqual(["reward.approved by system"]);
    expect(await read((tx) => tx.instruction.count({ where: { rewardId: reward.id } }))).toBe(1);
  });

  it("never pays by waiting what needs a person, and keeps nobody waiting behind it (W13)", async () => {
    const owner = await champion();
    const [flagged, plain] = [
      await aReward(test, owner, { trust: { outcome: "hold", reason: null } }),
      await aReward(test, owner),
    ];
    for (const time of ["2026-12-03T09:00:00Z", "2026-12-20T09:00:00Z", "2027-12-03T09:00:00Z"])
      await releaseHolds(at(time));
    expect((await rewardOf(flagged)).status).toBe("held");
    expect((await rewardOf(plain)).status).toBe("payable");
  });
});

it("leaves a book that agrees with every reward", async () => {
  expect(await read(async (tx) => [...(await auditLedger(tx)), ...(await auditRewards(tx))])).toEqual([]);
});
