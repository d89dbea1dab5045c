import { beforeAll, describe, expect, it } from "vitest";
import { newId } from "~/platform/ids";
import { getProgram } from "~/programs/get-program.server";
import { thanksForFirst, UNCONDITIONAL, type RewardRule } from "~/programs/reward-rule";
import { aClickToken, aRecommender, type Recommender } from "~/testing/builders/attribution";
import { aProgram } from "~/testing/builders/programs";
import { purchaseStage, type PurchaseStage } from "~/testing/builders/purchases";
import { aSale } from "~/testing/builders/sales";
import { expectSoundBooks } from "~/testing/expect-sound-books";
import { refuseRewards } from "./refuse-rewards.server";
import { showGoals } from "./show-goals.server";
import { trackRefund } from "./track-refund.server";

const FIRST = thanksForFirst({ kind: "flat", amountMinor: 1_000n });
const THIRD: RewardRule = {
  ...UNCONDITIONAL, key: "third", trigger: "milestone", months: null, fromFriend: 3, worth: { kind: "flat", amountMinor: 2_500n },
};

let stage: PurchaseStage;
let count = 0;
beforeAll(async () => {
  stage = await purchaseStage();
});

/** A champion of a program with these rules. */
async function recommenderUnder(...rewards: RewardRule[]): Promise<Recommender> {
  const program = await aProgram(stage.db, { slug: `milestones-${++count}`, rules: { rewards }, clock: stage.clock });
  return aRecommender(stage, program);
}

interface Friend {
  token: string;
  buyer: string;
  invoice: string;
}

const aFriend = async (anna: Recommender): Promise<Friend> => ({
  token: await aClickToken(stage, anna), buyer: newId("cst"), invoice: newId("pur"),
});

/** Several friends who follow Anna's link one after another. */
async function friendsOf(anna: Recommender, number: number): Promise<Friend[]> {
  const friends: Friend[] = [];
  for (let i = 0; i < number; i++) friends.push(await aFriend(anna));
  return friends;
}

const milestonesOf = ({ champion }: Recommender) =>
  stage.sql<{ milestone: number; due: number; status: string; reason: string }>(
    "select milestone, due_minor::int as due, status::text, reason from reward where champion_id = $1 and milestone > 0 order by milestone",
    champion.id,
  );
const dueFor = async (anna: Recommender) => (await milestonesOf(anna)).map(({ milestone, due }) => [milestone, due]);
/** How many friends Anna has of those each goal asks for. */
async function goalsFor({ champion }: Recommender): Promise<number[][]> {
  const program = await getProgram(champion.programId, { db: stage.db });
  const { goals } = await showGoals({ championId: champion.id, program }, stage);
  return goals.map(({ have, asks }) => [have, asks]);
}
const mailsOf = async ({ person }: Recommender, template: string) =>
  (await stage.sql("select id from mail where person_id = $1 and template = $2", person.id, template)).length;

const refunds = (friend: Friend, refundId = newId("pur")) =>
  trackRefund({ refundId, saleInvoiceId: friend.invoice, amountMinor: null, currency: null, kind: "refund" }, stage);

describe("a milestone (W5)", () => {
  it("is given beside what the payments earn, once, however many friends come at once and however often it is told", async () => {
    const anna = await recommenderUnder(FIRST, THIRD);
    const friends = await friendsOf(anna, 5);
    for (let telling = 1; telling <= 2; telling++) await Promise.all(friends.map((friend) => aSale(stage, friend)));
    expect(await dueFor(anna)).toEqual([[3, 2_500]]);
    expect((await stage.rewardsOf(anna)).filter(({ due }) => due === 1_000)).toHaveLength(5);
    expect(await mailsOf(anna, "milestone_reached")).toBe(1);
    await expectSoundBooks(stage);
  });

  it("is lost when a friend's money goes back, and is the same one again when another friend makes the number full", async () => {
    const anna = await recommenderUnder(FIRST, THIRD);
    const [one, two, three, four] = (await friendsOf(anna, 4)) as [Friend, Friend, Friend, Friend];
    for (const friend of [one, two]) await aSale(stage, friend);
    expect(await dueFor(anna)).toEqual([]);
    expect(await goalsFor(anna)).toEqual([[2, 3]]);
    await aSale(stage, three);
    expect(await goalsFor(anna)).toEqual([]);
    expect(await dueFor(anna)).toEqual([[3, 2_500]]);
    const answer = await refunds(one);
    expect(answer.reversed).toHaveLength(2);
    expect(await milestonesOf(anna)).toMatchObject([{ milestone: 3, due: 0, status: "reversed", reason: "milestone_lost" }]);
    expect(await mailsOf(anna, "reward_reversed")).toBe(2);
    await aSale(stage, four);
    expect(await milestonesOf(anna)).toMatchObject([{ milestone: 3, due: 2_500, status: "pending" }]);
    await expectSoundBooks(stage);
  });

  it("comes again at every so many friends, and a refused friend counts no more", async () => {
    const anna = await recommenderUnder(FIRST, { ...THIRD, key: "second", trigger: "every_milestone", fromFriend: 2 });
    for (const friend of await friendsOf(anna, 4)) await aSale(stage, friend);
    expect(await dueFor(anna)).toEqual([[2, 2_500], [4, 2_500]]);
    const [first] = await stage.sql<{ rewardId: string; version: number }>(
      'select id as "rewardId", version from reward where champion_id = $1 and milestone = 0 order by id limit 1',
      anna.champion.id,
    );
    const by = "person:psn_somebody_else";
    expect(await refuseRewards({ items: first ? [first] : [], clauseNumber: 4, note: "Not new.", by }, stage)).toMatchObject([{ outcome: "refused" }]);
    expect(await dueFor(anna)).toEqual([[2, 2_500], [4, 0]]);
    await expectSoundBooks(stage);
  });

  it("above a cap is kept with what was cut off, and says so (W7)", async () => {
    const program = await aProgram(stage.db, {
      slug: `milestones-${++count}`, rules: { rewards: [FIRST, THIRD], capPer30DaysMinor: 3_000n }, clock: stage.clock,
    });
    const anna = await aRecommender(stage, program);
    for (const friend of await friendsOf(anna, 3)) await aSale(stage, friend);
    expect(await milestonesOf(anna)).toMatchObject([{ milestone: 3, due: 0, status: "rejected", reason: "cap_limited" }]);
    await expectSoundBooks(stage);
  });

  it("counts nobody who was bound before the rule was made, and no later edit changes it (W2)", async () => {
    const anna = await recommenderUnder(FIRST);
    for (const friend of await friendsOf(anna, 3)) await aSale(stage, friend);
    expect(await milestonesOf(anna)).toEqual([]);
  });
});
