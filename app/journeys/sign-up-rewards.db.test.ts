import { beforeAll, describe, expect, it } from "vitest";
import { newId } from "~/platform/ids";
import { thanksForFirst, UNCONDITIONAL, type RewardRule } from "~/programs/reward-rule";
import { aClickToken, aRecommender, type Recommender } from "~/testing/builders/attribution";
import { aProgram } from "~/testing/builders/programs";
import { purchaseStage, type PurchaseStage } from "~/testing/builders/purchases";
import { aSale, aSignUp } from "~/testing/builders/sales";
import { expectSoundBooks } from "~/testing/expect-sound-books";
import { attributeByHand } from "./attribute-by-hand.server";
import { showReward } from "./show-reward.server";

const FIRST = thanksForFirst({ kind: "flat", amountMinor: 1_000n });
const SIGN_UP: RewardRule = { ...UNCONDITIONAL, key: "signed_up", trigger: "signed_up", months: null, worth: { kind: "flat", amountMinor: 200n } };

let stage: PurchaseStage;
let count = 0;
beforeAll(async () => {
  stage = await purchaseStage();
});

const aThankingProgram = (...rewards: RewardRule[]) =>
  aProgram(stage.db, { slug: `sign-ups-${++count}`, rules: { rewards }, clock: stage.clock });

const rewardsOf = ({ champion }: Recommender) =>
  stage.sql<{ id: string; rule: string; due: number; reason: string }>(
    "select id, rule_key as rule, due_minor::int as due, reason from reward where champion_id = $1 order by due_minor desc, id",
    champion.id,
  );
const dueTo = async (anna: Recommender) => (await rewardsOf(anna)).map(({ rule, due }) => [rule, due]);

describe("thanks for a sign-up (W5, W8)", () => {
  it("are given once per friend, however often it is told, at once and under whichever event, and beside the first order's", async () => {
    const anna = await aRecommender(stage, await aThankingProgram(FIRST, SIGN_UP));
    const told = { token: await aClickToken(stage, anna), buyer: newId("cst") };
    await Promise.all(Array.from({ length: 4 }, () => aSignUp(stage, told)));
    await aSignUp(stage, { ...told, eventName: "Trial started" });
    expect(await dueTo(anna)).toEqual([["signed_up", 200]]);
    await aSale(stage, told);
    await aSale(stage, told);
    expect(await dueTo(anna)).toEqual([["reward", 1_000], ["signed_up", 200]]);
    const mails = await stage.sql<{ template: string }>("select template from mail where person_id = $1 order by id", anna.person.id);
    expect(mails.map(({ template }) => template)).toEqual(["recommendation_signed_up", "recommendation_bought"]);
    await expectSoundBooks(stage);
  });

  it("are for somebody who was brought, and under rules that say so", async () => {
    const anna = await aRecommender(stage, await aThankingProgram(FIRST));
    await aSignUp(stage, { token: await aClickToken(stage, anna) });
    await aSignUp(stage, {});
    expect(await dueTo(anna)).toEqual([]);
  });

  it("go to the champion the friend turns out to be, and are shown to staff with a story of their own", async () => {
    const program = await aThankingProgram(FIRST, SIGN_UP);
    const [anna, bob] = [await aRecommender(stage, program), await aRecommender(stage, program)];
    const { id: conversionId, factsHash: basis } = await aSignUp(stage, { token: await aClickToken(stage, anna) });
    const [reward] = await rewardsOf(anna);
    expect(await showReward(reward?.id ?? "", stage)).toMatchObject({ evidence: { purchase: null } });
    const reason = "They said so at the counter.";
    await attributeByHand({ conversionId, championId: bob.champion.id, reason, by: "person:psn_admin", basis }, stage);
    expect(await dueTo(anna)).toEqual([["signed_up", 0]]);
    expect(await dueTo(bob)).toEqual([["signed_up", 200]]);
    await expectSoundBooks(stage);
  });
});
