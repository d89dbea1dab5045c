import { beforeAll, describe, expect, it } from "vitest";
import { balanceOf } from "~/ledger/balance-of.server";
import { championPending } from "~/ledger/chart-of-accounts";
import { aReward, aRewardedChampion } from "~/testing/builders/rewards";
import { testDatabase, type TestDatabase } from "~/testing/test-database";
import { answerAppeal } from "./answer-appeal.server";
import { fileAppeal } from "./file-appeal.server";
import { refuseReward } from "./refuse-reward.server";
import type { RewardRow } from "./reward-row";

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});

const OTHER = "person:psn_other";
const act = (reward: RewardRow) => ({
  rewardId: reward.id,
  expectedVersion: reward.version,
  by: "person:psn_admin",
});
const balance = (account: string) => test.db.transaction("read", (tx) => balanceOf(tx, account, "EUR"));

describe("appeals (W18)", () => {
  async function refused() {
    const owner = await aRewardedChampion(test);
    const { reward } = await refuseReward(
      { ...act(await aReward(test, owner)), clauseNumber: 4, note: "Not new." },
      test,
    );
    return {
      owner,
      reward,
      ask: {
        rewardId: reward.id,
        championId: owner.champion.id,
        text: "Please look again.",
        calendar: owner.calendar,
      },
    };
  }

  it("promises an answer within five business days", async () => {
    const { ask } = await refused();
    // Monday 2 November plus five business days, until the office closes.
    expect(await fileAppeal(ask, test)).toMatchObject({
      answerBy: new Date("2026-11-09T16:00:00Z"),
      answeredAt: null,
    });
  });

  it("is there once per decision, for the champion alone, and only after a refusal", async () => {
    const { ask } = await refused();
    const results = await Promise.allSettled(Array.from({ length: 5 }, () => fileAppeal(ask, test)));
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    await expect(fileAppeal({ ...ask, championId: "chp_other" }, test)).rejects.toMatchObject({
      status: 404,
    });
    const owner = await aRewardedChampion(test);
    const waiting = await aReward(test, owner);
    await expect(
      fileAppeal({ ...ask, rewardId: waiting.id, championId: owner.champion.id }, test),
    ).rejects.toMatchObject({
      code: "appeal_not_possible",
    });
  });

  it("brings an upheld one back with what is due, to be decided and appealed anew", async () => {
    const { ask, owner } = await refused();
    const { id: appealId } = await fileAppeal(ask, test);
    const answer = {
      rewardId: ask.rewardId,
      appealId,
      upheld: true,
      answer: "You were right.",
      by: OTHER,
      calendar: owner.calendar,
    };
    await expect(answerAppeal({ ...answer, by: `person:${owner.person.id}` }, test)).rejects.toMatchObject({
      status: 403,
    });
    // Whoever refused does not judge their own refusal; another person does.
    await expect(answerAppeal({ ...answer, by: "person:psn_admin" }, test)).rejects.toMatchObject({ status: 403 });
    const { reward } = await answerAppeal(answer, test);
    expect(reward).toMatchObject({
      status: "pending",
      reason: "appeal_upheld",
      needsPerson: true,
      dueMinor: 1000n,
      clauseNumber: null,
    });
    expect(await balance(championPending(owner.champion.id))).toBe(-1000n);
    await expect(answerAppeal(answer, test)).rejects.toMatchObject({ code: "appeal_answered" });
    test.clock.advance({ minutes: 1 });
    await refuseReward({ ...act(reward), clauseNumber: 4, note: "Still not new." }, test);
    expect(await fileAppeal(ask, test)).toMatchObject({ upheld: null });
  });

  it("leaves the refusal standing otherwise", async () => {
    const { ask, owner } = await refused();
    const { id: appealId } = await fileAppeal(ask, test);
    const { appeal, reward } = await answerAppeal(
      {
        rewardId: ask.rewardId,
        appealId,
        upheld: false,
        answer: "We looked again.",
        by: OTHER,
        calendar: owner.calendar,
      },
      test,
    );
    expect(appeal).toMatchObject({ upheld: false, answeredBy: OTHER });
    expect(reward).toMatchObject({ status: "rejected", dueMinor: 0n });
  });
});
