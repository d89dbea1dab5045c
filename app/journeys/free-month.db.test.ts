import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { championPayable, FREE_MONTH_ISSUED } from "~/ledger/chart-of-accounts";
import { payoutStage, type PayoutStage } from "~/testing/builders/payouts";
import { compareWithStripe } from "./compare-with-stripe.server";

let stage: PayoutStage;
beforeAll(async () => {
  stage = await payoutStage();
});
beforeEach(() => stage.sandbox.control("DELETE", "/faults"));

const HOUR_MS = 3_600_000;
const parts = () => ({ db: stage.db, clock: stage.afterHold, stripe: stage.stripe });

describe("a free month", () => {
  it("is a coupon that the next invoice uses up, booked once", async () => {
    const owner = await stage.subscriber();
    const issued = await stage.balance(FREE_MONTH_ISSUED);
    const { reward, instructionId } = await stage.payable(owner);
    expect(await owner.nextBill()).toBe(2_400);
    await stage.fulfil(instructionId);
    expect(await stage.rewardOf(reward.id)).toMatchObject({ status: "paid" });
    expect(await stage.balance(FREE_MONTH_ISSUED)).toBe(issued - 1_000n);
    expect(await stage.balance(championPayable(owner.champion.id))).toBe(0n);
    expect(await owner.nextBill()).toBe(0);
    await stage.sandbox.control("POST", `/subscriptions/${owner.subscriptionId}/next-month`);
    expect(await owner.nextBill()).toBe(2_400);
    expect(await compareWithStripe(parts())).toBe(0);
  });

  it("waits for the one before it, keeps other discounts, and waits for a subscription", async () => {
    const owner = await stage.subscriber();
    const [first, second] = [await stage.payable(owner), await stage.payable(owner)];
    await stage.fulfil(first.instructionId);
    await stage.fulfil(second.instructionId);
    expect(await stage.rewardOf(second.reward.id)).toMatchObject({ status: "payable", reason: "free_month_running" });
    await stage.sandbox.control("POST", `/subscriptions/${owner.subscriptionId}/next-month`);
    const lasting = await stage.stripe.coupons.create({ percent_off: 10, duration: "forever" });
    await stage.stripe.subscriptions.update(owner.subscriptionId, { discounts: [{ coupon: lasting.id }] });
    await stage.fulfil(second.instructionId);
    expect(await owner.nextBill()).toBe(0);
    await stage.sandbox.control("POST", `/subscriptions/${owner.subscriptionId}/next-month`);
    expect(await owner.nextBill()).toBe(2_160);
    const none = await stage.customerChampion({ rail: "free_month" });
    const { reward, instructionId } = await stage.payable(none);
    await stage.fulfil(instructionId);
    expect(await stage.rewardOf(reward.id)).toMatchObject({ status: "payable", reason: "nothing_to_credit" });
  });

  const KINDS = [
    "refuse", "reset_before", "reset_after", "error_500_before", "error_500_after", "error_429", "error_409", "hang_before", "hang_after",
    "garbage_json", "truncated", "wrong_content_type",
  ];
  it.each(KINDS)("is put on the subscription once after %s (F10, F33)", async (kind) => {
    const owner = await stage.subscriber();
    const { reward, instructionId } = await stage.payable(owner);
    await stage.sandbox.control("POST", "/faults", { kind, method: "POST", path: "/v1/subscriptions/*", ms: 700 });
    if (kind === "error_500_before") {
      expect(await stage.settled(instructionId)).toBe("rejected");
      await stage.sandbox.control("POST", "/clock", { advanceMs: 25 * HOUR_MS });
    }
    await expect.poll(() => stage.settled(instructionId), { timeout: 20_000, interval: 200 }).toBe("fulfilled");
    const { providerRef } = await stage.instruction(instructionId);
    expect(await stage.stripe.coupons.retrieve(providerRef!)).toMatchObject({ percent_off: 100, times_redeemed: 1 });
    expect((await stage.stripe.subscriptions.retrieve(owner.subscriptionId)).discounts).toHaveLength(1);
    expect(await stage.rewardOf(reward.id)).toMatchObject({ status: "paid" });
  });
});
