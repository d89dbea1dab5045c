import { beforeAll, describe, expect, it } from "vitest";
import { newId } from "~/platform/ids";
import { aConversion, aReward, aRewardedChampion, type RewardedChampion } from "~/testing/builders/rewards";
import { testDatabase, type TestDatabase } from "~/testing/test-database";
import { approveReward } from "./approve-reward.server";
import { getChampionReward } from "./get-champion-reward.server";
import { getRecommendation } from "./get-recommendation.server";
import { countWaitingRewards } from "./count-waiting-rewards.server";
import { listChampionRewards } from "./list-champion-rewards.server";
import { listQueue } from "./list-queue.server";
import { listRecommendations } from "./list-recommendations.server";

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});

const ZONE = "Europe/Amsterdam";
const of = ({ champion }: RewardedChampion) => ({ championId: champion.id, zone: ZONE, memoryDays: 30 });
const write = <T>(work: Parameters<typeof test.db.transaction<T>>[1]) => test.db.transaction("write", work);

async function aClaim({ link }: RewardedChampion, initial: string | null = null) {
  const claim = { clickId: newId("clk"), linkId: link.id, initial, claimedAt: test.clock.now() };
  await write((tx) => tx.claim.create({ data: claim }));
  return claim;
}

/** A touch of `loser` that was weighed for a purchase which `winner` brought. */
async function aLostTouch(loser: RewardedChampion, winner: RewardedChampion, reason: string) {
  const { conversion, customer } = await aConversion(test, winner);
  const now = test.clock.now();
  const at = { touchedAt: now, presentedAt: now, recordedAt: now };
  const id = newId("tch");
  const { champion, program, link } = loser;
  const owner = { linkId: link.id, championId: champion.id, programId: program.id };
  await write(async (tx) => {
    await tx.touch.create({
      data: { id, kind: "claim", source: newId("clk"), subjectId: customer.id, ...owner, ...at },
    });
    await tx.conversionTouch.create({
      data: { conversionId: conversion.id, touchId: id, won: false, reason },
    });
  });
  return { id, conversion };
}

describe("a champion's recommendations", () => {
  it("are claims that wait, binds with their reward, and touches that lost, newest first (S1)", async () => {
    const owner = await aRewardedChampion(test);
    const claim = await aClaim(owner, "L");
    const reward = await aReward(test, owner);
    const lost = await aLostTouch(owner, await aRewardedChampion(test), "other_champion");
    const lines = await listRecommendations(of(owner), test);
    expect(lines).toHaveLength(3);
    expect(lines.find(({ id }) => id === claim.clickId)).toMatchObject({
      status: "claimed",
      step: "claimed",
      initial: "L",
    });
    expect(lines.find(({ id }) => id === reward.referralId)).toMatchObject({
      status: "pending",
      step: "hold",
      rewardId: reward.id,
    });
    expect(lines.find(({ id }) => id === lost.id)).toMatchObject({ status: "not_eligible", stopped: true });
  });

  it("tell why a touch lost by the one reason that tells nobody apart, wherever it stands (S10)", async () => {
    const owner = await aRewardedChampion(test);
    for (const reason of ["other_champion", "friend_not_new", "already_bound", "paid_before_touch"]) {
      await aLostTouch(owner, await aRewardedChampion(test), reason);
    }
    const lines = await listRecommendations(of(owner), test);
    expect(lines.map(({ reason }) => reason)).toEqual(Array.from({ length: 4 }, () => "friend_not_new"));
    const shown = await Promise.all(lines.map(({ id }) => getRecommendation({ id, ...of(owner) }, test)));
    expect(JSON.stringify(shown)).not.toMatch(/other_champion|already_bound|paid_before_touch/);
  });

  it("are nobody else's: another champion's id is not found", async () => {
    const [owner, other] = [await aRewardedChampion(test), await aRewardedChampion(test)];
    const reward = await aReward(test, owner);
    const now = test.clock.now();
    const asOther = { championId: other.champion.id, zone: ZONE };
    await expect(getRecommendation({ id: reward.referralId, ...of(other) }, test)).rejects.toMatchObject({
      status: 404,
    });
    await expect(getChampionReward({ rewardId: reward.id, now, ...asOther }, test)).rejects.toMatchObject({
      status: 404,
    });
  });
});

describe("a champion's reward", () => {
  it("tells each check once, without the moment of the purchase (S5)", async () => {
    const owner = await aRewardedChampion(test);
    const reward = await aReward(test, owner);
    const step = { check: "click_memory", rule: "A3", touchId: "tch_1", championId: owner.champion.id };
    const compared = { at: "2026-11-02T09:00:00.000Z" };
    const trace = [
      { ...step, outcome: "fail", reason: "click_expired", compared },
      { ...step, outcome: "pass", reason: null, compared },
    ];
    await write((tx) => tx.conversion.update({ where: { id: reward.conversionId }, data: { trace } }));
    const question = {
      rewardId: reward.id,
      championId: owner.champion.id,
      zone: ZONE,
      now: test.clock.now(),
    };
    const shown = await getChampionReward(question, test);
    expect(shown.steps).toEqual([{ check: "click_memory", outcome: "pass", reason: null }]);
    expect(shown).toMatchObject({
      status: "pending",
      clause: { number: 6 },
      mayAppeal: false,
      holdOver: false,
    });
  });

  it("adds up to a statement", async () => {
    const owner = await aRewardedChampion(test);
    await aReward(test, owner);
    await aReward(test, owner, { trust: { outcome: "block", reason: "self_referral" } });
    const statement = await listChampionRewards({ championId: owner.champion.id, zone: ZONE }, test);
    expect(statement.totals).toEqual([{ currency: "EUR", receivedMinor: 0n, waitingMinor: 1000n }]);
    expect(statement.lines.map(({ status }) => status).sort()).toEqual(["not_eligible", "pending"]);
  });
});

describe("the desk's drawers", () => {
  it("hold every reward in exactly one, what was promised first on top", async () => {
    const owner = await aRewardedChampion(test);
    const flagged = await aReward(test, owner, { trust: { outcome: "flag", reason: null } });
    const plain = await aReward(test, owner);
    const approved = await aReward(test, owner);
    await approveReward({ rewardId: approved.id, expectedVersion: 1, by: "person:psn_admin" }, test);
    const ids = async (view: Parameters<typeof listQueue>[0]["view"]) =>
      (await listQueue({ view, page: 1 }, test)).rows.map(({ rewardId }) => rewardId);
    expect(await ids("waiting")).toContain(flagged.id);
    expect(await ids("hold")).toContain(plain.id);
    expect(await ids("approved")).toEqual([approved.id]);
    const { counts, rows } = await listQueue({ view: "hold", page: 99 }, test);
    expect(counts.waiting).toBe(await write((tx) => countWaitingRewards(tx)));
    expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(
      await write((tx) => tx.reward.count()),
    );
    expect(rows.map(({ decideBy }) => +decideBy)).toEqual(rows.map(({ decideBy }) => +decideBy).sort());
  });
});
