import { beforeAll, describe, expect, it } from "vitest";
import { addBusinessDays } from "~/programs/business-calendar";
import { readBody, unseal } from "~/notices/sealed-mail.server";
import { getChampionReward } from "~/rewards/get-champion-reward.server";
import { countPressingPromises, listOpenPromises } from "~/rewards/list-open-promises.server";
import { listPromises, readPromises } from "~/rewards/read-promises.server";
import { aReward, aRewardedChampion, type RewardedChampion } from "~/testing/builders/rewards";
import { TestClock } from "~/testing/test-clock";
import { testDatabase, type TestDatabase } from "~/testing/test-database";
import { appealRefusal } from "./appeal-refusal.server";
import { approveRewards } from "./approve-rewards.server";
import { refuseRewards } from "./refuse-rewards.server";
import { tellLatePromises } from "./tell-late-promises.server";

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});

const ADMIN = "person:psn_admin";
const HOUR_MS = 3_600_000;
const read = <T>(work: Parameters<typeof test.db.transaction<T>>[1]) => test.db.transaction("read", work);
/** The test's database when this much is left until a moment. */
const before = (at: Date, hours: number) => ({ db: test.db, clock: new TestClock(new Date(at.getTime() - hours * HOUR_MS).toISOString()) });
const rewardOf = (id: string) => read((tx) => tx.reward.findUniqueOrThrow({ where: { id } }));
const lateMails = async ({ person }: RewardedChampion) =>
  (await read((tx) => tx.mail.findMany({ where: { personId: person.id, template: "promise_late" }, orderBy: { id: "asc" } }))).map(
    ({ bytesSealed }) => readBody(unseal(bytesSealed as Uint8Array<ArrayBuffer>).body).text,
  );
const waiting = async () => {
  const owner = await aRewardedChampion(test);
  return { owner, reward: await aReward(test, owner, { trust: { outcome: "flag", reason: null } }) };
};

describe("a promised hour that will not be kept (W21)", () => {
  it("is told before it passes, once, with the reason and a new hour two business days on", async () => {
    const { owner, reward } = await waiting();
    await tellLatePromises(before(reward.decideBy, 2));
    expect((await rewardOf(reward.id)).decideBy).toEqual(reward.decideBy);
    await Promise.all([tellLatePromises(before(reward.decideBy, 0.9)), tellLatePromises(before(reward.decideBy, 0.9))]);
    expect((await rewardOf(reward.id)).decideBy).toEqual(addBusinessDays(owner.calendar, reward.decideBy, 2));
    const mails = await lateMails(owner);
    expect(mails).toHaveLength(1);
    expect(mails[0]).toContain("nobody has got to it yet");
    expect(mails[0]).toContain(`/rewards/${reward.id}`);
    const shown = await getChampionReward({ rewardId: reward.id, championId: owner.champion.id, zone: owner.calendar.zone, now: reward.decideBy }, test);
    expect(shown.late).toEqual({ firstBy: reward.decideBy, reason: "nobody_yet" });
  });

  it("says so when one of two people has agreed", async () => {
    const { owner, reward } = await waiting();
    await read((tx) => tx.reward.update({ where: { id: reward.id }, data: { approvalsNeeded: 2 } }));
    await approveRewards({ items: [{ rewardId: reward.id, version: reward.version }], by: ADMIN }, test);
    await tellLatePromises(before(reward.decideBy, 0.5));
    expect((await lateMails(owner))[0]).toContain("two people have to agree");
  });

  it("moves an appeal on in the same way, and leaves alone what was answered", async () => {
    const { owner, reward } = await waiting();
    const answered = await waiting();
    await approveRewards({ items: [{ rewardId: answered.reward.id, version: answered.reward.version }], by: ADMIN }, test);
    await refuseRewards({ items: [{ rewardId: reward.id, version: reward.version }], clauseNumber: 4, note: "It did not count as new.", by: ADMIN }, test);
    const answerBy = await appealRefusal({ rewardId: reward.id, championId: owner.champion.id, personId: owner.person.id, text: "Look again." }, test);
    await tellLatePromises(before(answerBy, 0.5));
    const [appeal] = await read((tx) => tx.appeal.findMany({ where: { rewardId: reward.id } }));
    expect(appeal?.answerBy).toEqual(addBusinessDays(owner.calendar, answerBy, 2));
    expect(await lateMails(owner)).toHaveLength(1);
    expect(await lateMails(answered.owner)).toEqual([]);
  });
});

it("counts a promise in the month of its first hour: kept by then, broken when it was moved, each with its row", async () => {
  const [kept, moved] = [await waiting(), await waiting()];
  const { decideBy } = kept.reward;
  await approveRewards({ items: [{ rewardId: kept.reward.id, version: kept.reward.version }], by: ADMIN }, before(decideBy, 1));
  await tellLatePromises(before(decideBy, 0.5));
  const { version } = await rewardOf(moved.reward.id);
  const later = before(decideBy, -24);
  await approveRewards({ items: [{ rewardId: moved.reward.id, version }], by: ADMIN }, later);
  const period = { from: new Date(decideBy.getTime() - 1), to: new Date(decideBy.getTime() + 1) };
  const lines = await listPromises({ ...period, kind: "reward" }, later);
  const standing = new Map(lines.map(({ objectId, kept: inTime }) => [objectId, inTime]));
  expect([standing.get(kept.reward.id), standing.get(moved.reward.id)]).toEqual([true, false]);
  const sum = (await readPromises(period, later)).find(({ kind }) => kind === "reward");
  expect(sum).toEqual({ kind: "reward", promised: lines.length, kept: lines.filter((line) => line.kept).length });
  const open = await listOpenPromises({ withinMs: 0 }, later);
  expect(open.map(({ objectId }) => objectId)).not.toContain(moved.reward.id);
  expect(await countPressingPromises({ withinMs: 0 }, later)).toBe(open.length);
});
