import type Stripe from "stripe";
import { beforeAll, describe, expect, it } from "vitest";
import { findHandOver } from "~/fulfilment/find-hand-over.server";
import { balanceOf } from "~/ledger/balance-of.server";
import { friendPayable, friendPending, STRIPE_CREDIT_ISSUED } from "~/ledger/chart-of-accounts";
import { newId } from "~/platform/ids";
import type { ProgramRules } from "~/programs/program-rules";
import { thanksForFirst, UNCONDITIONAL, type RewardRule } from "~/programs/reward-rule";
import { getChampionReward } from "~/rewards/get-champion-reward.server";
import { listRecommendations } from "~/rewards/list-recommendations.server";
import { aClickToken, aRecommender, type Recommender } from "~/testing/builders/attribution";
import { aPerson } from "~/testing/builders/champions";
import { aProgram } from "~/testing/builders/programs";
import { purchaseStage, type PurchaseStage } from "~/testing/builders/purchases";
import { aSale, aSignUp } from "~/testing/builders/sales";
import { expectSoundBooks } from "~/testing/expect-sound-books";
import { approveRewards } from "./approve-rewards.server";
import { fulfilReward } from "./fulfil-reward.server";
import { markFulfilled } from "./mark-fulfilled.server";
import { releaseHolds } from "./release-holds.server";
import { showStatement } from "./show-statement.server";

const flat = (amountMinor: bigint) => ({ kind: "flat", amountMinor }) as const;
const FIRST = thanksForFirst(flat(1_000n));
const THEIRS: RewardRule = { ...FIRST, key: "theirs", forWhom: "friend", worth: flat(500n) };
const EVERY: RewardRule = { ...UNCONDITIONAL, key: "every", forWhom: "both", trigger: "every_purchase", months: null, worth: flat(300n) };
const SIGN_UP: RewardRule = { ...UNCONDITIONAL, key: "signed_up", forWhom: "friend", trigger: "signed_up", months: null, worth: flat(200n) };
const ADMIN = "person:psn_admin";

let stage: PurchaseStage;
let count = 0;
beforeAll(async () => void (stage = await purchaseStage()));

/** A champion of a program with these rules, whose own offer keeps up with what friends get (W20). */
async function recommenderUnder(rewards: RewardRule[], rules: Partial<ProgramRules> = {}): Promise<Recommender> {
  const over = { rewards, ownOffer: flat(2_000n), ...rules };
  return aRecommender(stage, await aProgram(stage.db, { slug: `sides-${++count}`, rules: over, clock: stage.clock }));
}

interface Earned {
  id: string;
  version: number;
  side: string;
  rule: string;
  due: number;
  status: string;
  reason: string | null;
  referral: string;
}

const earned = ({ champion }: Recommender) =>
  stage.sql<Earned>(
    `select r.id, r.version, r.side, r.rule_key as rule, r.due_minor::int as due, r.status, r.reason, r.referral_id as referral
       from reward r join conversion c on c.id = r.conversion_id where r.champion_id = $1 order by c.occurred_at, r.side, r.id`,
    champion.id,
  );
const due = async (anna: Recommender) => (await earned(anna)).map((reward) => [reward.side, reward.rule, reward.due]);
const balance = (account: string) => stage.db.transaction("read", (tx) => balanceOf(tx, account, "EUR"));
const mailsTo = async ({ person }: Recommender) =>
  (await stage.sql<{ template: string }>("select template from mail where person_id = $1 order by id", person.id)).map(({ template }) => template);

/** The shop gives a payment back, or a part of it. */
const refund = ({ payment_intent }: Stripe.Checkout.Session, amount?: number) =>
  stage.shop.stripe.refunds.create({ payment_intent: String(payment_intent), ...(amount && { amount }) });

describe("a reward for the friend (W6)", () => {
  it("is decided together with the champion's, once however often and at once the sale is told", async () => {
    const anna = await recommenderUnder([FIRST, THEIRS]);
    const sale = { token: await aClickToken(stage, anna), buyer: newId("cst"), invoice: newId("pur") };
    await Promise.all(Array.from({ length: 6 }, () => aSale(stage, sale)));
    expect(await due(anna)).toEqual([["champion", "reward", 1_000], ["friend", "theirs", 500]]);
    const [, theirs] = await earned(anna);
    expect(await balance(friendPending(theirs?.referral ?? ""))).toBe(-500n);
    expect(await stage.sql("select xmin from reward where champion_id = $1 group by xmin", anna.champion.id)).toHaveLength(1);
    await expectSoundBooks(stage);
  });

  it("is no news, no sum and no page of the champion's", async () => {
    const anna = await recommenderUnder([FIRST, THEIRS]);
    await aSale(stage, { token: await aClickToken(stage, anna) });
    const [own, theirs] = await earned(anna);
    const championId = anna.champion.id;
    expect(await mailsTo(anna)).toEqual(["recommendation_bought"]);
    const { lines } = await showStatement({ championId, zone: "Europe/Amsterdam" }, stage);
    expect(lines.map(({ id }) => id)).toEqual([own?.id]);
    await expect(getChampionReward({ rewardId: theirs?.id ?? "", championId, zone: "Europe/Amsterdam", now: stage.clock.now() }, stage)).rejects.toThrow();
    const recommended = await listRecommendations({ championId, zone: "Europe/Amsterdam", memoryDays: 30 }, stage);
    expect(JSON.stringify(recommended, (_, value: unknown) => (typeof value === "bigint" ? String(value) : value))).not.toContain(theirs?.id);
  });

  it("goes back with the same part of the payment as the champion's", async () => {
    const anna = await recommenderUnder([FIRST, THEIRS]);
    const sale = await stage.shop.buys({ email: stage.anAddress(), tokens: [await aClickToken(stage, anna)], amountMinor: 8_000 });
    await stage.shop.tells();
    await refund(sale, 2_000);
    await stage.shop.tells();
    expect(await due(anna)).toEqual([["champion", "reward", 750], ["friend", "theirs", 375]]);
    await expectSoundBooks(stage);
  });

  it("has limits of its own: a full month of the champion takes nothing of it, and the friend's own limit nothing of theirs", async () => {
    const anna = await recommenderUnder([EVERY], { capPer30DaysMinor: 500n, capPerFriendMinor: 700n });
    const buyer = newId("cst");
    await aSale(stage, { token: await aClickToken(stage, anna), buyer });
    for (let order = 2; order <= 4; order++) {
      await stage.shop.later({ hours: 1 });
      await aSale(stage, { buyer });
    }
    expect(await earned(anna)).toMatchObject([
      { side: "champion", due: 300 }, { side: "friend", due: 300 },
      { side: "champion", due: 200 }, { side: "friend", due: 300 },
      { side: "champion", due: 0, reason: "cap_limited" }, { side: "friend", due: 100 },
      { side: "champion", due: 0, reason: "cap_limited" }, { side: "friend", due: 0, reason: "cap_limited" },
    ]);
    await expectSoundBooks(stage);
  });

  it("looks for the first order by its own rules", async () => {
    const anna = await recommenderUnder([{ ...FIRST, leastMinor: 5_000n }, THEIRS]);
    const buyer = newId("cst");
    await aSale(stage, { token: await aClickToken(stage, anna), buyer, amountMinor: 4_000n });
    await stage.shop.later({ hours: 1 });
    await aSale(stage, { buyer, amountMinor: 6_000n });
    expect(await earned(anna)).toMatchObject([
      { side: "champion", due: 0, reason: "below_minimum_purchase" }, { side: "friend", due: 500 }, { side: "champion", due: 1_000 },
    ]);
  });

  it("for a sign-up stands beside what the order earns, once ever", async () => {
    const anna = await recommenderUnder([FIRST, SIGN_UP]);
    const told = { token: await aClickToken(stage, anna), buyer: newId("cst") };
    await aSignUp(stage, told);
    await aSignUp(stage, { ...told, eventName: "Trial started" });
    await stage.shop.later({ hours: 1 });
    await aSale(stage, told);
    expect(await due(anna)).toEqual([["friend", "signed_up", 200], ["champion", "reward", 1_000]]);
    expect(await mailsTo(anna)).toEqual(["recommendation_bought"]);
    await expectSoundBooks(stage);
  });

  it("moves with the friend to the champion who turns out to have brought them (A6)", async () => {
    const program = await aProgram(stage.db, { slug: `sides-${++count}`, rules: { rewards: [FIRST, THEIRS], ownOffer: flat(2_000n) }, clock: stage.clock });
    const [anna, ben] = [await aRecommender(stage, program), await aRecommender(stage, program)];
    const earlier = await aClickToken(stage, anna);
    await stage.shop.later({ hours: 1 });
    const email = stage.anAddress();
    await stage.shop.buys({ email, tokens: [earlier] });
    await stage.shop.later({ hours: 1 });
    await stage.shop.buys({ email, tokens: [await aClickToken(stage, ben)] });
    await stage.shop.tells((events) => [...events].reverse());
    const left = async (whose: Recommender) => (await due(whose)).filter(([, , minor]) => minor !== 0);
    expect([await left(anna), await left(ben)]).toEqual([[["champion", "reward", 1_000], ["friend", "theirs", 500]], []]);
    await expectSoundBooks(stage);
  });
});

describe("on its way (W6, F30)", () => {
  /** Approves every reward of a champion's friends and lets their holds end. */
  async function letGo(anna: Recommender): Promise<Earned[]> {
    const items = (await earned(anna)).filter(({ status }) => status === "pending" || status === "held").map(({ id: rewardId, version }) => ({ rewardId, version }));
    await approveRewards({ items, by: ADMIN }, stage);
    await stage.shop.later({ days: 31 });
    await releaseHolds(stage);
    return await earned(anna);
  }
  const fulfil = async ({ id }: Earned) => {
    const [row] = await stage.sql<{ id: string }>("select id from instruction where reward_id = $1", id);
    await fulfilReward({ instructionId: row?.id ?? "" }, { ...stage, stripe: stage.shop.stripe });
  };

  it("is credit on the friend's own bill, and owes back on its own account what a later refund takes", async () => {
    const anna = await recommenderUnder([FIRST, THEIRS]);
    const sale = await stage.shop.buys({ email: stage.anAddress(), tokens: [await aClickToken(stage, anna)] });
    await stage.shop.tells();
    const theirs = (await letGo(anna)).find(({ side }) => side === "friend");
    if (!theirs) throw new Error("the friend has nothing");
    const issued = await balance(STRIPE_CREDIT_ISSUED);
    await fulfil(theirs);
    expect((await earned(anna)).find(({ side }) => side === "friend")).toMatchObject({ status: "paid", due: 500 });
    expect(await balance(STRIPE_CREDIT_ISSUED)).toBe(issued - 500n);
    const [customer] = await stage.sql<{ id: string }>(
      "select u.stripe_customer_id as id from reward r join conversion c on c.id = r.conversion_id join purchase p on p.id = c.purchase_id join customer u on u.id = p.customer_id where r.id = $1",
      theirs.id,
    );
    expect(await stage.shop.stripe.customers.retrieve(customer?.id ?? "")).toMatchObject({ balance: -500 });

    await refund(sale);
    await stage.shop.tells();
    expect(await balance(friendPayable(theirs.referral))).toBe(500n);
    expect(await mailsTo(anna)).toEqual(["recommendation_bought", "reward_reversed"]);
    await expectSoundBooks(stage);
  });

  it("settles with the friend's next reward what an earlier one owes, and nothing of the champion's", async () => {
    const anna = await recommenderUnder([EVERY]);
    const email = stage.anAddress();
    const sale = await stage.shop.buys({ email, tokens: [await aClickToken(stage, anna)] });
    await stage.shop.tells();
    for (const reward of await letGo(anna)) if (reward.side === "friend") await fulfil(reward);
    await refund(sale);
    await stage.shop.tells();
    await stage.shop.buys({ email });
    await stage.shop.tells();
    const next = (await letGo(anna)).filter(({ status }) => status === "payable");
    expect(next.map(({ side }) => side)).toEqual(["champion", "friend"]);
    const theirs = next.find(({ side }) => side === "friend");
    if (theirs) await fulfil(theirs);
    expect(await balance(friendPayable(theirs?.referral ?? ""))).toBe(0n);
    expect(await stage.sql("select amount_minor::int as amount, netted_minor::int as netted from instruction where reward_id = $1", theirs?.id)).toEqual([{ amount: 0, netted: 300 }]);
    await expectSoundBooks(stage);
  });

  it("is a personal code for the friend's own account, which nobody is mailed", async () => {
    const anna = await recommenderUnder([FIRST, THEIRS], { friendRail: "promotion_code" });
    await stage.shop.buys({ email: stage.anAddress(), tokens: [await aClickToken(stage, anna)] });
    await stage.shop.tells();
    const theirs = (await letGo(anna)).find(({ side }) => side === "friend");
    if (!theirs) throw new Error("the friend has nothing");
    await fulfil(theirs);
    const { code } = (await findHandOver(theirs.id, stage)) ?? {};
    const [made] = (await stage.shop.stripe.promotionCodes.list({ code: code ?? "" })).data;
    expect(made).toMatchObject({ active: true, max_redemptions: 1, customer: expect.stringMatching(/^cus_/) });
    expect(await balance(friendPayable(theirs.referral))).toBe(0n);
    expect(await mailsTo(anna)).toEqual(["recommendation_bought"]);
    await expectSoundBooks(stage);
  });

  it("can be the company's own system's to give, which says that it did", async () => {
    const anna = await recommenderUnder([FIRST, THEIRS], { friendRail: "own_payout" });
    await aSale(stage, { token: await aClickToken(stage, anna) });
    const theirs = (await letGo(anna)).find(({ side }) => side === "friend");
    const items = [{ rewardId: theirs?.id ?? "", amountMinor: 500n, reference: "voucher-1" }];
    expect(await markFulfilled({ items, by: ADMIN }, stage)).toMatchObject([{ outcome: "fulfilled" }]);
    expect(await balance(friendPayable(theirs?.referral ?? ""))).toBe(0n);
    await expectSoundBooks(stage);
  });

  it("is approved by nobody who is that friend (W15)", async () => {
    const anna = await recommenderUnder([FIRST, THEIRS]);
    const email = stage.anAddress("colleague");
    await stage.shop.buys({ email, tokens: [await aClickToken(stage, anna)] });
    await stage.shop.tells();
    const [{ hash } = { hash: "" }] = await stage.sql<{ hash: string }>("select email_hash as hash from customer where id in (select subject_id from referral where champion_id = $1)", anna.champion.id);
    const colleague = await aPerson(stage.db, { email, emailHash: hash });
    const items = (await earned(anna)).map(({ id: rewardId, version }) => ({ rewardId, version }));
    const results = await approveRewards({ items, by: `person:${colleague.id}` }, stage);
    expect(results).toMatchObject([{ outcome: "approved" }, { outcome: "not_done", code: "forbidden" }]);
  });
});
