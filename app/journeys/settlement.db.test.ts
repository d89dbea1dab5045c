import { beforeAll, describe, expect, it } from "vitest";
import type { LiveProgram } from "~/programs/program";
import { getChampionReward } from "~/rewards/get-champion-reward.server";
import { aClickToken, aRecommender, type Recommender } from "~/testing/builders/attribution";
import { aShop, type TestShop } from "~/testing/builders/commerce";
import { aCompany, aProgram } from "~/testing/builders/programs";
import { testDatabase, type TestDatabase } from "~/testing/test-database";
import { BY_HAND } from "../../sandbox/stripe/cause";
import { approveRewards } from "./approve-rewards.server";
import { releaseHolds } from "./release-holds.server";

let test: TestDatabase;
let shop: TestShop;
let program: LiveProgram;

beforeAll(async () => {
  test = await testDatabase();
  await aCompany(test.db);
  shop = await aShop(test);
  program = await aProgram(test.db, { clock: test.clock, rules: { holdDays: 0 } });
});

const rewardOf = ({ champion }: Recommender) =>
  test.db.transaction("read", (tx) => tx.reward.findFirstOrThrow({ where: { championId: champion.id } }));
const approve = async (anna: Recommender) => {
  const { id: rewardId, version } = await rewardOf(anna);
  await approveRewards({ items: [{ rewardId, version }], by: "person:psn_admin" }, test);
};
/** What the champion reads of it. */
const shownTo = async (anna: Recommender) => {
  const { id: rewardId } = await rewardOf(anna);
  const of = { rewardId, championId: anna.champion.id, zone: "Europe/Amsterdam", now: test.clock.now() };
  const { status, reason, until } = await getChampionReward(of, test);
  return { status, reason, until };
};

let count = 0;
async function aPayment() {
  const anna = await aRecommender(test, program);
  const email = `buyer-${++count}@example.test`;
  const session = await shop.buys({ email, tokens: [await aClickToken(test, anna)] });
  const { latest_charge } = await shop.stripe.paymentIntents.retrieve(String(session.payment_intent));
  const charge = await shop.stripe.charges.retrieve(String(latest_charge), { expand: ["balance_transaction"] });
  return { anna, charge };
}

const DAY_MS = 86_400_000;

describe("a reward in a program without a hold (W9)", () => {
  it("does not leave before Stripe lets us have the money, though a person approved it", async () => {
    const { anna, charge } = await aPayment();
    await shop.tells();
    const settlesAt = new Date((charge.balance_transaction as { available_on: number }).available_on * 1000);
    expect(settlesAt.getTime()).toBe(charge.created * 1000 + 2 * DAY_MS);
    expect((await rewardOf(anna)).holdEndsAt).toEqual(settlesAt);
    await approve(anna);
    await shop.at(new Date(settlesAt.getTime() - 1));
    await releaseHolds(test);
    expect((await rewardOf(anna)).status).toBe("approved");
    await shop.at(settlesAt);
    await releaseHolds(test);
    expect(await rewardOf(anna)).toMatchObject({ status: "payable", reason: null });
  });

  it("waits from the moment on that Stripe tells, when that is after the payment", async () => {
    const { anna, charge } = await aPayment();
    const { tables } = shop.sandbox.sandbox;
    const line = tables.charges.get(charge.id).balance_transaction;
    // As with captures that Stripe finishes a moment later: the charge has no line on the balance yet.
    shop.sandbox.sandbox.run(BY_HAND, () => tables.charges.update(charge.id, { balance_transaction: null }));
    await shop.tells();
    expect((await rewardOf(anna)).holdEndsAt).toEqual(new Date(charge.created * 1000));
    await approve(anna);
    expect((await rewardOf(anna)).status).toBe("payable");

    const other = await aPayment();
    const late = tables.charges.get(other.charge.id).balance_transaction;
    shop.sandbox.sandbox.run(BY_HAND, () => tables.charges.update(other.charge.id, { balance_transaction: null }));
    await shop.tells();
    shop.sandbox.sandbox.run(BY_HAND, () => {
      tables.charges.update(charge.id, { balance_transaction: line });
      tables.charges.update(other.charge.id, { balance_transaction: late });
    });
    for (const { id } of [charge, other.charge]) await shop.stripe.charges.update(id, { description: "settled" });
    await shop.tells();
    await shop.tells();
    // What was on its way already stays there; what was not waits, and its promise with it.
    expect((await rewardOf(anna)).status).toBe("payable");
    const waits = await rewardOf(other.anna);
    expect(waits.holdEndsAt.getTime()).toBe(other.charge.created * 1000 + 2 * DAY_MS);
    expect(waits.decideBy.getTime()).toBeGreaterThanOrEqual(waits.holdEndsAt.getTime());
  });
});

it("tells the champion of an approved reward what it waits for, and until when (S3, W9)", async () => {
  program = await aProgram(test.db, { clock: test.clock, rules: { holdDays: 7 } });
  const { anna, charge } = await aPayment();
  const { tables } = shop.sandbox.sandbox;
  const line = charge.balance_transaction as { id: string };
  shop.sandbox.sandbox.run(BY_HAND, () => {
    tables.balanceTransactions.update(line.id, { available_on: charge.created + 10 * 86_400 });
    tables.charges.update(charge.id, { balance_transaction: null });
  });
  await shop.tells();
  await approve(anna);
  const before = await shownTo(anna);
  expect(before).toMatchObject({ status: "approved", reason: null });
  shop.sandbox.sandbox.run(BY_HAND, () => tables.charges.update(charge.id, { balance_transaction: line.id }));
  await shop.stripe.charges.update(charge.id, { description: "settled" });
  await shop.tells();
  const after = await shownTo(anna);
  expect(after).toMatchObject({ status: "approved", reason: "settlement_wait" });
  expect(after.until!.getTime()).toBeGreaterThan(charge.created * 1000 + 10 * DAY_MS);
});
