import { beforeAll, describe, expect, it } from "vitest";
import { aReward, aRewardedChampion } from "~/testing/builders/rewards";
import { testDatabase, type TestDatabase } from "~/testing/test-database";
import { answerAppeal } from "./answer-appeal.server";
import { approveReward } from "./approve-reward.server";
import { fileAppeal } from "./file-appeal.server";
import { listQueue } from "./list-queue.server";
import { NO_FILTER, QUEUE_VIEWS, readQueueFilter, writeQueueFilter, type QueueFilter, type QueueView } from "./queue-view";
import { readDrawer } from "./queue-store.server";
import { refuseReward } from "./refuse-reward.server";

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});

const drawer = async (view: QueueView, filter: Partial<QueueFilter> = {}) => {
  const { rows, counts } = await listQueue({ view, page: 1, filter: { ...NO_FILTER, ...filter } }, test);
  expect(counts[view]).toBe(rows.length);
  return rows.map(({ rewardId }) => rewardId);
};

describe("the drawers of the desk", () => {
  it("find what is looked for: a program, a reason, part of a champion's name as it is written", async () => {
    const [anna, bob] = [await aRewardedChampion(test), await aRewardedChampion(test)];
    await test.db.transaction("name", (tx) => tx.champion.update({ where: { id: anna.champion.id }, data: { displayName: "Anna 100%_" } }));
    const held = await aReward(test, anna, { trust: { outcome: "flag", reason: null } });
    const other = await aReward(test, bob, { trust: { outcome: "flag", reason: null } });
    expect(held.reason).toBe(other.reason);
    expect(await drawer("waiting")).toEqual(expect.arrayContaining([held.id, other.id]));
    expect(await drawer("waiting", { program: anna.program.slug })).toEqual([held.id]);
    expect(await drawer("waiting", { search: "nna 100%_" })).toEqual([held.id]);
    expect(await drawer("waiting", { search: "ANNA", program: bob.program.slug })).toEqual([other.id]);
    expect(await drawer("waiting", { search: "%" })).toEqual([held.id]);
    expect(await drawer("waiting", { reason: "dispute_open" })).toEqual([]);
    const { reason } = readQueueFilter(new URLSearchParams({ reason: held.reason ?? "" }));
    expect(await drawer("waiting", { reason, program: bob.program.slug })).toEqual([other.id]);
  });

  it("hold what is under appeal among those that wait, and nowhere else", async () => {
    const owner = await aRewardedChampion(test);
    const granted = await aReward(test, owner);
    const refused = await refuseReward({ rewardId: granted.id, expectedVersion: 1, by: "person:psn_admin", clauseNumber: 4, note: "No." }, test);
    const of = { program: owner.program.slug };
    expect(await drawer("refused", of)).toEqual([refused.reward.id]);
    const appeal = await fileAppeal({ rewardId: granted.id, championId: owner.champion.id, text: "Please look again.", calendar: owner.calendar }, test);
    expect(await drawer("refused", of)).toEqual([]);
    expect(await drawer("waiting", of)).toEqual([granted.id]);
    const { counts } = await listQueue({ view: "waiting", page: 1, filter: { ...NO_FILTER, ...of } }, test);
    expect(QUEUE_VIEWS.map((view) => counts[view])).toEqual([1, 0, 0, 0, 0, 0]);
    const answer = { upheld: false, answer: "It stays.", by: "person:psn_other", calendar: owner.calendar };
    await answerAppeal({ ...answer, rewardId: granted.id, appealId: appeal.id }, test);
    expect(await drawer("refused", of)).toEqual([granted.id]);
  });

  it.each(["waiting", "approved"] as const)("show the same in pages of any size, counted from either end: %s", async (view) => {
    const owner = await aRewardedChampion(test);
    for (let n = 0; n < 7; n++) {
      test.clock.advance({ minutes: n % 2 });
      const { id, version } = await aReward(test, owner, { trust: { outcome: "flag", reason: null } });
      if (view === "approved") await approveReward({ rewardId: id, expectedVersion: version, by: "person:psn_admin" }, test);
      else if (n === 3) {
        await refuseReward({ rewardId: id, expectedVersion: version, by: "person:psn_admin", clauseNumber: 4, note: "No." }, test);
        await fileAppeal({ rewardId: id, championId: owner.champion.id, text: "Please look again.", calendar: owner.calendar }, test);
      }
    }
    const filter = { ...NO_FILTER, program: owner.program.slug };
    const all = await drawer(view, filter);
    expect(all).toHaveLength(7);
    for (const take of [1, 2, 3, 5, 7]) {
      const starts = Array.from({ length: Math.ceil(7 / take) }, (_, page) => page * take);
      const pages = await Promise.all(starts.map((skip) => test.db.transaction("page", (tx) => readDrawer(tx, view, filter, { skip, take, of: 7 }))));
      expect(pages.flat().map(({ rewardId }) => rewardId)).toEqual(all);
    }
  });
});

it("a search stands in the address and comes back from it; what makes no sense is left out", () => {
  const filter: QueueFilter = { program: "friends", reason: "in_review", search: "Anna & Bob" };
  expect(readQueueFilter(new URLSearchParams(writeQueueFilter(filter)))).toEqual(filter);
  expect(readQueueFilter(new URLSearchParams("reason=nonsense&q=%00 &program="))).toEqual(NO_FILTER);
  expect(writeQueueFilter(NO_FILTER)).toEqual({});
});
