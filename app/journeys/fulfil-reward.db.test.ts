import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { championPayable, PROMOTION_CODE_ISSUED } from "~/ledger/chart-of-accounts";
import { holdForDispute } from "~/rewards/hold-for-dispute.server";
import { aRewardedChampion } from "~/testing/builders/rewards";
import { payoutStage, type PayoutStage } from "~/testing/builders/payouts";

let stage: PayoutStage;
beforeAll(async () => {
  stage = await payoutStage();
});
beforeEach(() => stage.sandbox.control("DELETE", "/faults"));

describe("fulfilReward", () => {
  it("credits the champion's balance, books it and shows on the next invoice (F31, I32)", async () => {
    const owner = await stage.customerChampion();
    const { reward, instructionId } = await stage.payable(owner);
    await stage.fulfil(instructionId);
    const done = await stage.instruction(instructionId);
    expect(done).toMatchObject({
      status: "confirmed",
      amountMinor: 1000n,
      nettedMinor: 0n,
      currency: "EUR",
      attempts: 1,
    });
    expect(await stage.rewardOf(reward.id)).toMatchObject({ status: "paid", paidAt: stage.afterHold.now() });
    expect(await stage.balance(championPayable(owner.champion.id))).toBe(0n);
    const [credit] = (await stage.stripe.customers.listBalanceTransactions(owner.customerId)).data;
    const description = "Thank you for your recommendation";
    expect(credit).toMatchObject({ id: done.providerRef, amount: -1000, currency: "eur", description });
    expect(await stage.stripe.customers.retrieve(owner.customerId)).toMatchObject({ balance: -1000 });
  });

  it("makes a code of the champion's own that works once", async () => {
    const owner = await stage.customerChampion({ rail: "promotion_code" });
    const before = await stage.balance(PROMOTION_CODE_ISSUED);
    const { reward, instructionId } = await stage.payable(owner);
    await stage.fulfil(instructionId);
    const key = `reward:${reward.id}`;
    const row = await stage.read((tx) => tx.stripePromotionCode.findUniqueOrThrow({ where: { key } }));
    expect(row.code).toMatch(/^THANKS-[A-Z0-9]{8}$/);
    const code = await stage.stripe.promotionCodes.retrieve(row.stripeId!, { expand: ["promotion.coupon"] });
    const { customerId: customer } = owner;
    expect(code).toMatchObject({ code: row.code, max_redemptions: 1, customer, active: true });
    expect(code.promotion.coupon).toMatchObject({ amount_off: 1000, currency: "eur" });
    expect(await stage.balance(PROMOTION_CODE_ISSUED)).toBe(before - 1000n);
  });

  it("does it once when it is told eight times at once", async () => {
    const owner = await stage.customerChampion();
    const { instructionId } = await stage.payable(owner);
    await Promise.allSettled(Array.from({ length: 8 }, () => stage.fulfil(instructionId)));
    await stage.settled(instructionId);
    expect(await stage.effects(instructionId)).toHaveLength(1);
    expect(await stage.instruction(instructionId)).toMatchObject({ status: "confirmed" });
    expect(await stage.balance(championPayable(owner.champion.id))).toBe(0n);
  });

  it("writes nothing for a worker that was declared dead meanwhile (I34)", async () => {
    const owner = await stage.customerChampion();
    const { reward, instructionId } = await stage.payable(owner);
    const path = "/v1/customers/*/balance_transactions";
    await stage.sandbox.control("POST", "/faults", { kind: "hang_after", path, method: "POST", ms: 300 });
    const slow = stage.settled(instructionId);
    await expect.poll(async () => (await stage.instruction(instructionId)).status).toBe("sent");
    await stage.fulfil(instructionId);
    await slow;
    expect(await stage.effects(instructionId)).toHaveLength(1);
    expect(await stage.instruction(instructionId)).toMatchObject({ status: "confirmed", attempts: 2 });
    const where = { rewardId: reward.id, kind: "pay_reward" };
    expect(await stage.read((tx) => tx.rewardEvent.count({ where }))).toBe(1);
  });

  it("keeps a reward with nothing to credit waiting, with its reason", async () => {
    const owner = await aRewardedChampion(stage);
    const { reward, instructionId } = await stage.payable(owner);
    await stage.fulfil(instructionId);
    const reason = "nothing_to_credit";
    expect(await stage.rewardOf(reward.id)).toMatchObject({ status: "payable", reason });
    const waiting = await stage.instruction(instructionId);
    expect(waiting).toMatchObject({ status: "intended", error: reason, nextTryAt: expect.any(Date) as Date });
  });

  it("refuses a balance of another currency (M13)", async () => {
    const owner = await stage.customerChampion();
    await stage.stripe.customers.createBalanceTransaction(owner.customerId, { amount: 100, currency: "usd" });
    const { reward, instructionId } = await stage.payable(owner);
    await stage.fulfil(instructionId);
    const reason = "currency_unavailable";
    expect(await stage.rewardOf(reward.id)).toMatchObject({ status: "payable", reason });
  });

  it("begins a new intent after Stripe said no, under a key of its own", async () => {
    const owner = await stage.customerChampion({ rail: "promotion_code" });
    const { reward, instructionId } = await stage.payable(owner);
    const gone = await stage.stripe.customers.create({});
    await stage.stripe.customers.del(gone.id);
    const becomes = (stripeCustomerId: string) =>
      stage.read((tx) =>
        tx.customer.updateMany({ where: { personId: owner.person.id }, data: { stripeCustomerId } }),
      );
    await becomes(gone.id);
    await stage.fulfil(instructionId);
    const first = { status: "failed", idempotencyKey: `${instructionId}-1` };
    expect(await stage.instruction(instructionId)).toMatchObject(first);
    expect(await stage.rewardOf(reward.id)).toMatchObject({ status: "payable", reason: "delivery_failed" });
    await becomes(owner.customerId);
    await stage.instructionFor(reward.id);
    await stage.fulfil(instructionId);
    const second = { status: "confirmed", idempotencyKey: `${instructionId}-2` };
    expect(await stage.instruction(instructionId)).toMatchObject(second);
  });

  it("stops what is disputed before it is sent, and sends it once the dispute is won (W16)", async () => {
    const owner = await stage.customerChampion();
    const { reward, instructionId } = await stage.payable(owner);
    const about = { conversionId: reward.conversionId, factKey: "dp_1" };
    await holdForDispute({ ...about, open: true }, stage);
    await stage.fulfil(instructionId);
    expect(await stage.instruction(instructionId)).toMatchObject({ status: "cancelled" });
    expect(await stage.effects(instructionId)).toEqual([]);
    await holdForDispute({ ...about, open: false }, stage);
    await stage.release(owner, reward.id);
    await stage.fulfil(await stage.instructionFor(reward.id));
    expect(await stage.rewardOf(reward.id)).toMatchObject({ status: "paid" });
  });
});
