import { beforeAll, describe, expect, it } from "vitest";
import { auditLedger } from "~/ledger/audit-ledger.server";
import { thanksForFirst } from "~/programs/reward-rule";
import { auditRewards } from "~/rewards/audit-rewards.server";
import { forgetBatches } from "~/rewards/forget-batches.server";
import { getBatch } from "~/rewards/get-batch.server";
import { prepareBatch } from "~/rewards/prepare-batch.server";
import { NO_FILTER } from "~/rewards/queue-view";
import type { RewardRow } from "~/rewards/reward-row";
import { aReward, aRewardedChampion, type RewardedChampion } from "~/testing/builders/rewards";
import { TestClock } from "~/testing/test-clock";
import { testDatabase, type TestDatabase } from "~/testing/test-database";
import { waitingJobs } from "~/testing/waiting-jobs";
import { announceApproval } from "./announce-approval.server";
import { appealRefusal } from "./appeal-refusal.server";
import { approveRewards } from "./approve-rewards.server";
import { carryOutBatch } from "./carry-out-batch.server";
import { refuseRewards } from "./refuse-rewards.server";
import { startBatch } from "./start-batch.server";
import { undoBatch } from "./undo-batch.server";

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});

const ADMIN = "person:psn_admin";
const REFUSAL = { clauseNumber: 4, note: "This did not count as a new recommendation.", notGenuine: false };
const read = <T>(work: Parameters<typeof test.db.transaction<T>>[1]) => test.db.transaction("read", work);
const rewardOf = ({ id }: RewardRow) => read((tx) => tx.reward.findUniqueOrThrow({ where: { id } }));
const item = ({ id: rewardId, version }: RewardRow) => ({ rewardId, version });

/** Looks at all of a program that waits for a person. */
const prepared = ({ program }: RewardedChampion, by = ADMIN, act: "approve" | "refuse" = "approve") =>
  prepareBatch({ act, view: "waiting", filter: { ...NO_FILTER, program: program.slug }, place: `view=waiting&program=${program.slug}`, by }, test);
const started = async (batchId: string, by = ADMIN, refusal: typeof REFUSAL | null = null) => {
  await startBatch({ batchId, by, refusal }, test);
  return batchId;
};
const courseOf = async (batchId: string) => (await getBatch({ batchId, page: 1 }, test)).course;
const endsOf = async (batchId: string) =>
  Object.fromEntries((await courseOf(batchId)).ends.map(({ outcome, code, count }) => [code ? `${outcome} ${code}` : outcome, count]));

/** Rewards that wait for a person, of champions of one program. */
async function waiting(count: number, owner?: RewardedChampion, over = {}) {
  const champion = owner ?? (await aRewardedChampion(test, { capPer30DaysMinor: null, ...over }));
  const rewards: RewardRow[] = [];
  for (let i = 0; i < count; i++) rewards.push(await aReward(test, champion, { trust: { outcome: "flag", reason: null } }));
  return { champion, rewards };
}

describe("a batch of all that fit a search (W19)", () => {
  it("tells what it will do, changes nothing until it is started, and then does exactly that", async () => {
    const { champion, rewards } = await waiting(3);
    const batchId = await prepared(champion);
    expect(await courseOf(batchId)).toMatchObject({ total: 3, done: 0, sums: [{ currency: "EUR", amountMinor: 3_000n }], ends: [] });
    await carryOutBatch({ batchId }, test);
    expect(await rewardOf(rewards[0]!)).toEqual(rewards[0]);
    await started(batchId);
    await expect(started(batchId)).rejects.toMatchObject({ code: "batch_started" });
    await carryOutBatch({ batchId }, test);
    expect(await endsOf(batchId)).toEqual({ approved: 3 });
    expect((await getBatch({ batchId, page: 1 }, test)).batch.finishedAt).not.toBeNull();
    const trail = await read((tx) => tx.auditEntry.findMany({ where: { object: { in: [batchId, rewards[0]!.id] } }, orderBy: { id: "asc" } }));
    expect(trail.map(({ action }) => action)).toEqual(["batch.started", "reward.approved"]);
  });

  it("leaves out what this person cannot decide, each with its reason, and what another person looked at is theirs to start", async () => {
    const { champion, rewards: [disputed, appealed, fine] } = await waiting(3);
    const own = await aRewardedChampion(test);
    await read((tx) => tx.champion.update({ where: { id: own.champion.id }, data: { programId: champion.program.id } }));
    const mine = await aReward(test, { ...own, program: champion.program }, { trust: { outcome: "flag", reason: null } });
    await read((tx) => tx.reward.update({ where: { id: disputed!.id }, data: { reason: "dispute_open" } }));
    await refuseRewards({ items: [item(appealed!)], ...REFUSAL, by: ADMIN }, test);
    await appealRefusal({ rewardId: appealed!.id, championId: champion.champion.id, personId: champion.person.id, text: "Look again." }, test);
    const by = `person:${own.person.id}`;
    const batchId = await prepared(champion, by);
    expect(await endsOf(batchId)).toEqual({ "left_out forbidden": 1, "left_out dispute_open": 1, "left_out appeal_open": 1 });
    await expect(started(batchId)).rejects.toMatchObject({ code: "forbidden" });
    await started(batchId, by);
    await carryOutBatch({ batchId }, test);
    expect((await rewardOf(fine!)).status).toBe("approved");
    expect(await Promise.all([disputed!, mine].map(rewardOf).map(async (each) => (await each).status))).toEqual(["pending", "pending"]);
  });

  it("does nothing about what changed after somebody looked", async () => {
    const { champion, rewards: [changed] } = await waiting(2);
    const batchId = await prepared(champion);
    await approveRewards({ items: [item(changed!)], by: "person:psn_other" }, test);
    await started(batchId);
    await carryOutBatch({ batchId }, test);
    expect(await endsOf(batchId)).toEqual({ approved: 1, "not_done reward_changed": 1 });
  });

  it("above EUR 5,000 is the first of two approvals, and the second is another person's (W12)", async () => {
    const { champion } = await waiting(20, undefined, { rewards: [thanksForFirst({ kind: "flat", amountMinor: 26_000n })] });
    await carryOutBatch({ batchId: await started(await prepared(champion)) }, test);
    expect(await endsOf(await prepared(champion))).toEqual({ "left_out second_admin_needed": 20 });
    const second = await started(await prepared(champion, "person:psn_second"), "person:psn_second");
    await carryOutBatch({ batchId: second }, test);
    expect(await endsOf(second)).toEqual({ approved: 20 });
  });

  it("goes on where it was when a process ended, and decides each once when it runs twice at the same time", async () => {
    const { champion, rewards } = await waiting(8);
    const batchId = await started(await prepared(champion));
    // The first process ends in the middle of its third reward.
    let decided = 0;
    const dying = { transaction: <T>(name: string, work: Parameters<typeof test.db.transaction<T>>[1]) =>
      name === "approve-reward" && ++decided > 2 ? Promise.reject(new Error("killed")) : test.db.transaction(name, work) };
    await expect(carryOutBatch({ batchId }, { db: dying, clock: test.clock })).rejects.toThrow("killed");
    expect(await courseOf(batchId)).toMatchObject({ total: 8, done: 2 });
    await Promise.all(Array.from({ length: 5 }, () => carryOutBatch({ batchId }, test)));
    expect(await endsOf(batchId)).toEqual({ approved: 8 });
    const approvals = await read((tx) => tx.auditEntry.count({ where: { object: { in: rewards.map(({ id }) => id) } } }));
    expect(approvals).toBe(8);
  });

  it("takes back what it approved, once, while the holds run", async () => {
    const { champion, rewards } = await waiting(3);
    const batchId = await started(await prepared(champion));
    await expect(undoBatch({ batchId, by: ADMIN }, test)).rejects.toMatchObject({ code: "batch_runs" });
    await carryOutBatch({ batchId }, test);
    const undo = await undoBatch({ batchId, by: ADMIN }, test);
    await expect(undoBatch({ batchId, by: ADMIN }, test)).rejects.toMatchObject({ code: "batch_started" });
    await carryOutBatch({ batchId: undo }, test);
    expect(await endsOf(undo)).toEqual({ undone: 3 });
    expect(await rewardOf(rewards[0]!)).toMatchObject({ status: "pending", needsPerson: true });
  });

  it("refuses by one clause and sentence those who accepted the same terms and read the same language (W14)", async () => {
    const { champion, rewards } = await waiting(2);
    const dutch = await aRewardedChampion(test);
    await read((tx) => tx.person.update({ where: { id: dutch.person.id }, data: { locale: "nl" } }));
    await read((tx) => tx.champion.update({ where: { id: dutch.champion.id }, data: { programId: champion.program.id } }));
    await aReward(test, { ...dutch, program: champion.program }, { trust: { outcome: "flag", reason: null } });
    const batchId = await prepared(champion, ADMIN, "refuse");
    expect(await endsOf(batchId)).toEqual({ "left_out other_terms": 1 });
    await expect(started(batchId)).rejects.toMatchObject({ code: "not_found" });
    await started(batchId, ADMIN, REFUSAL);
    await carryOutBatch({ batchId }, test);
    expect(await endsOf(batchId)).toEqual({ refused: 2, "left_out other_terms": 1 });
    expect(await rewardOf(rewards[1]!)).toMatchObject({ status: "rejected", clauseNumber: 4, note: REFUSAL.note });
  });

  it("leaves 100 approvals, bookings, audit rows and mails of fifty admins who start the same 100 at once", async () => {
    const { champion, rewards } = await waiting(100);
    const admins = Array.from({ length: 50 }, (_, i) => `person:psn_${i}`);
    const batches = await Promise.all(admins.map(async (by) => started(await prepared(champion, by), by)));
    await Promise.all(batches.map((batchId) => carryOutBatch({ batchId }, test)));
    const ends = await Promise.all(batches.map(endsOf));
    expect(ends.reduce((sum, { approved = 0 }) => sum + approved, 0)).toBe(100);
    expect(new Set(ends.flatMap((each) => Object.keys(each)))).toEqual(new Set(["approved", "not_done reward_changed"]));
    const ids = rewards.map(({ id }) => id);
    expect(await read((tx) => tx.ledgerTransaction.count({ where: { subject: { in: ids }, kind: "approve_reward" } }))).toBe(100);
    expect(await read((tx) => tx.auditEntry.count({ where: { object: { in: ids } } }))).toBe(100);
    const announced = await waitingJobs(test, "announce-approval");
    expect(ids.filter((id) => announced.some((job) => JSON.stringify(job).includes(id)))).toHaveLength(100);
    for (const rewardId of ids) await announceApproval({ rewardId }, test);
    expect(await read((tx) => tx.mail.count({ where: { subjectId: { in: ids } } }))).toBe(100);
    expect([...(await read(auditLedger)), ...(await read(auditRewards))]).toEqual([]);
  }, 180_000);

  it("is forgotten after a day when nobody started it", async () => {
    const { champion } = await waiting(1);
    const [left, kept] = [await prepared(champion), await started(await prepared(champion))];
    const nextDay = new TestClock(new Date(test.clock.now().getTime() + 86_400_001).toISOString());
    expect(await forgetBatches({ db: test.db, clock: nextDay })).toBeGreaterThan(0);
    await expect(getBatch({ batchId: left, page: 1 }, test)).rejects.toMatchObject({ code: "not_found" });
    expect((await getBatch({ batchId: kept, page: 1 }, test)).course.total).toBe(1);
  });
});
