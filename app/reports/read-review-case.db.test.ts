import { beforeAll, expect, it } from "vitest";
import { approveRewards } from "~/journeys/approve-rewards.server";
import { refuseRewards } from "~/journeys/refuse-rewards.server";
import { newId } from "~/platform/ids";
import { aStaffMember } from "~/testing/builders/identity";
import { aReward, aRewardedChampion, type RewardedChampion } from "~/testing/builders/rewards";
import { testDatabase, type TestDatabase } from "~/testing/test-database";
import { readReviewCase } from "./read-review-case.server";

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});

/** A reward of a sale about which these rules found something. */
async function found(owner: RewardedChampion, outcomes: Record<string, "flag" | "hold" | "routine_check">) {
  const reward = await aReward(test, owner, { trust: { outcome: "flag", reason: null } });
  const { conversionId } = reward;
  const checkedAt = test.clock.now();
  await test.db.transaction("find", (tx) =>
    tx.trustCheck.createMany({
      data: Object.entries(outcomes).map(([rule, outcome]) => ({ id: newId("tru"), conversionId, rule, version: 1, outcome, compared: {}, checkedAt })),
    }),
  );
  test.clock.advance({ minutes: 1 });
  return reward;
}

it("shows both people, and what became of others doubted for the same cause", async () => {
  const by = `person:${(await aStaffMember(test, { roles: ["approver"] })).id}`;
  const owner = await aRewardedChampion(test);
  const stranger = await aRewardedChampion(test);
  const item = ({ id: rewardId }: { id: string }) => [{ rewardId, version: 1 }];
  const kept = await found(owner, { R5: "flag", R8: "hold" });
  await approveRewards({ items: item(kept), by }, test);
  const refused = await found(owner, { R5: "hold" });
  await refuseRewards({ items: item(refused), clauseNumber: 1, note: "It was not a friend.", notGenuine: true, by }, test);
  await found(owner, { R17: "flag", R5: "routine_check" });
  await found(stranger, { R5: "flag" });
  const mine = await found(owner, { R5: "flag", R8: "flag", R9: "routine_check" });
  const read = await readReviewCase({ rewardId: mine.id, conversionId: mine.conversionId, championId: owner.champion.id }, test);
  expect(read.similar.map(({ rewardId, rules, fate }) => [rewardId, rules, fate])).toEqual([
    [refused.id, ["R5"], "not_genuine"], [kept.id, ["R5", "R8"], "kept"],
  ]);
  expect(read.champion).toEqual({ friends: 4, kept: 1, takenBack: 0, refused: 1 });
  expect(read.friend).toMatchObject({ mailHost: null, purchases: 1 });
  expect(Object.keys(read.friend ?? {})).not.toContain("email");
});
