import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { addCause } from "~/fulfilment/add-cause.server";
import { auditInstructions } from "~/fulfilment/audit-instructions.server";
import { chooseCause } from "~/fulfilment/choose-cause.server";
import { performReversal } from "~/fulfilment/perform-order.server";
import { auditLedger } from "~/ledger/audit-ledger.server";
import { championPayable, donationDue, STRIPE_CREDIT_ISSUED } from "~/ledger/chart-of-accounts";
import { newId } from "~/platform/ids";
import { auditRewards } from "~/rewards/audit-rewards.server";
import { payoutStage, type PayoutStage } from "~/testing/builders/payouts";
import type { RewardedChampion } from "~/testing/builders/rewards";
import { compareWithStripe } from "./compare-with-stripe.server";
import { passOnDonation } from "./pass-on-donation.server";

let stage: PayoutStage;
beforeAll(async () => {
  stage = await payoutStage();
  await stage.fund();
});
beforeEach(() => stage.sandbox.control("DELETE", "/faults"));

const NO_CAP = { capPer30DaysMinor: null };
const parts = () => ({ db: stage.db, clock: stage.afterHold, stripe: stage.stripe });
const creditOf = async (customerId: string) => 0 - ((await stage.stripe.customers.retrieve(customerId)) as { balance: number }).balance;
const openOf = ({ champion }: RewardedChampion) => stage.balance(championPayable(champion.id));
const mailsAbout = async (subjectId: string) => (await stage.read((tx) => tx.mail.findMany({ where: { subjectId } }))).map(({ template }) => template);

/** A reward of EUR 10 that was handed over. */
async function given(owner: RewardedChampion) {
  const payable = await stage.payable(owner);
  await stage.fulfil(payable.instructionId);
  return payable;
}

async function givenAndRefunded(owner: RewardedChampion) {
  const { reward, instructionId } = await given(owner);
  await stage.refund(reward.conversionId, 8_000n);
  await stage.reverse(reward.id);
  return { reward, instructionId };
}

describe("credit on the bill", () => {
  it("that was not used yet goes off it again, booked and told once", async () => {
    const owner = await stage.customerChampion();
    const issued = await stage.balance(STRIPE_CREDIT_ISSUED);
    const { reward, instructionId } = await givenAndRefunded(owner);
    await stage.reverse(reward.id);
    expect(await creditOf(owner.customerId)).toBe(0);
    expect(await openOf(owner)).toBe(0n);
    expect(await stage.balance(STRIPE_CREDIT_ISSUED)).toBe(issued);
    expect(await stage.reversalsOf(reward.id)).toMatchObject([{ status: "confirmed", amountMinor: 1000n }]);
    expect(await stage.rewardOf(reward.id)).toMatchObject({ status: "reversed", reason: "refund_full" });
    expect(await stage.instruction(instructionId)).toMatchObject({ status: "returned" });
    expect((await mailsAbout(reward.id)).filter((one) => one === "reward_returned")).toHaveLength(1);
  });

  it("goes in part after a partial refund, and the rest after the next", async () => {
    const owner = await stage.customerChampion();
    const { reward } = await given(owner);
    await stage.refund(reward.conversionId, 2_400n);
    await stage.reverse(reward.id);
    expect(await creditOf(owner.customerId)).toBe(700);
    expect(await stage.rewardOf(reward.id)).toMatchObject({ status: "partly_reversed" });
    await stage.refund(reward.conversionId, 8_000n);
    await stage.reverse(reward.id);
    expect(await creditOf(owner.customerId)).toBe(0);
    expect((await stage.reversalsOf(reward.id)).map(({ amountMinor }) => amountMinor)).toEqual([300n, 700n]);
    expect(await openOf(owner)).toBe(0n);
  });

  it("that a bill used up stays owed back, as far as it did (M12)", async () => {
    const owner = await stage.customerChampion();
    const { reward } = await given(owner);
    await stage.stripe.customers.createBalanceTransaction(owner.customerId, { amount: 600, currency: "eur" });
    await stage.refund(reward.conversionId, 8_000n);
    await stage.reverse(reward.id);
    expect(await creditOf(owner.customerId)).toBe(0);
    expect(await openOf(owner)).toBe(600n);
  });

  it("is never turned into a debt when a bill uses it between our look and our call, told once or looked up", async () => {
    const { customerId } = await stage.customerChampion();
    await stage.stripe.customers.createBalanceTransaction(customerId, { amount: -400, currency: "eur" });
    const id = newId("rvl");
    const request = { rail: "stripe_balance", customerId, description: "Taken back" } as const;
    const reversal = { id, rewardId: "rwd_1", idempotencyKey: id, amountMinor: 1_000n, currency: "EUR", request };
    const first = await performReversal(reversal, false, stage.stripe);
    expect(first.amountMinor).toBe(400n);
    expect(await performReversal(reversal, true, stage.stripe)).toEqual(first);
    expect(await creditOf(customerId)).toBe(0);
  });

  it("is given anew when the refund fails after all (I16), and the night finds no difference (M18)", async () => {
    const owner = await stage.customerChampion();
    const { reward, instructionId } = await givenAndRefunded(owner);
    await stage.refund(reward.conversionId, 0n);
    expect(await stage.rewardOf(reward.id)).toMatchObject({ status: "approved", dueMinor: 1000n, paidAt: null });
    await stage.release(owner, reward.id);
    await stage.instructionFor(reward.id);
    await stage.fulfil(instructionId);
    expect(await stage.instruction(instructionId)).toMatchObject({ status: "confirmed", idempotencyKey: `${instructionId}-2`, amountMinor: 1000n });
    expect(await creditOf(owner.customerId)).toBe(1000);
    expect(await openOf(owner)).toBe(0n);
    await stage.refund(reward.conversionId, 8_000n);
    await stage.reverse(reward.id);
    expect(await creditOf(owner.customerId)).toBe(0);
    expect(await compareWithStripe(parts())).toBe(0);
  });

  it("is taken back once by eight workers, and once together with the next reward", async () => {
    for (let i = 0; i < 4; i++) {
      const owner = await stage.customerChampion(NO_CAP);
      const { reward } = await given(owner);
      const next = await stage.payable(owner);
      await stage.refund(reward.conversionId, 8_000n);
      await Promise.allSettled([...Array.from({ length: 8 }, () => stage.reverse(reward.id)), stage.fulfil(next.instructionId)]);
      await stage.reverse(reward.id);
      await stage.settled(next.instructionId);
      // Whichever came first: one of the two rewards is theirs, at Stripe and in the book.
      expect(await creditOf(owner.customerId)).toBe(1000);
      expect(await openOf(owner)).toBe(0n);
    }
  }, 90_000);
});

describe("a personal code", () => {
  it("that was not used yet works no more; in part it cannot be taken back", async () => {
    const owner = await stage.customerChampion({ rail: "promotion_code" });
    const { reward, instructionId } = await given(owner);
    const ref = (await stage.instruction(instructionId)).providerRef ?? "";
    await stage.refund(reward.conversionId, 4_000n);
    await stage.reverse(reward.id);
    expect(await stage.stripe.promotionCodes.retrieve(ref)).toMatchObject({ active: true });
    expect(await openOf(owner)).toBe(500n);
    await stage.refund(reward.conversionId, 8_000n);
    await stage.reverse(reward.id);
    expect(await stage.stripe.promotionCodes.retrieve(ref)).toMatchObject({ active: false });
    expect(await openOf(owner)).toBe(0n);
    await stage.refund(reward.conversionId, 0n);
    await stage.release(owner, reward.id);
    await stage.instructionFor(reward.id);
    await stage.fulfil(instructionId);
    const again = await stage.instruction(instructionId);
    expect(again).toMatchObject({ status: "confirmed" });
    expect(again.providerRef).not.toBe(ref);
  });
});

describe("a free month", () => {
  it("goes off the subscription before it begins, beside other discounts", async () => {
    const owner = await stage.subscriber();
    const lasting = await stage.stripe.coupons.create({ percent_off: 10, duration: "forever" });
    await stage.stripe.subscriptions.update(owner.subscriptionId, { discounts: [{ coupon: lasting.id }] });
    await givenAndRefunded(owner);
    expect(await owner.nextBill()).toBe(2_160);
    expect(await openOf(owner)).toBe(0n);
  });

  it("that was used stays owed back", async () => {
    const owner = await stage.subscriber();
    const { reward } = await given(owner);
    await stage.sandbox.control("POST", `/subscriptions/${owner.subscriptionId}/next-month`);
    await stage.refund(reward.conversionId, 8_000n);
    await stage.reverse(reward.id);
    expect(await openOf(owner)).toBe(1000n);
    expect(await stage.reversalsOf(reward.id)).toEqual([]);
  });
});

describe("cash", () => {
  it("that is still on the account goes back, and what left for the bank stays owed", async () => {
    const owner = await stage.cashChampion(NO_CAP);
    const { instructionId } = await givenAndRefunded(owner);
    const ref = (await stage.instruction(instructionId)).providerRef ?? "";
    expect(await stage.stripe.transfers.retrieve(ref)).toMatchObject({ amount_reversed: 1000, reversed: true });
    expect(await openOf(owner)).toBe(0n);
    const { reward } = await given(owner);
    await stage.stripe.payouts.create({ amount: 1000, currency: "eur" }, { stripeAccount: owner.accountId });
    await stage.refund(reward.conversionId, 8_000n);
    await stage.reverse(reward.id);
    expect(await stage.reversalsOf(reward.id)).toMatchObject([{ status: "failed" }]);
    expect(await openOf(owner)).toBe(1000n);
  });
});

describe("a donation", () => {
  it("is taken back while it is only collected", async () => {
    const causeId = await stage.read((tx) => addCause(tx, { name: "Clean rivers", now: stage.afterHold.now() }));
    const owner = await stage.customerChampion({ rail: "donation", ...NO_CAP });
    await chooseCause({ championId: owner.champion.id, causeId }, parts());
    await givenAndRefunded(owner);
    expect(await stage.balance(donationDue(causeId))).toBe(0n);
    expect(await openOf(owner)).toBe(0n);
    const { reward } = await given(owner);
    await passOnDonation({ causeId, currency: "EUR", amountMinor: 1000n, receipt: "R 1", by: "person:psn_1" }, parts());
    await stage.refund(reward.conversionId, 8_000n);
    await stage.reverse(reward.id);
    expect(await stage.balance(donationDue(causeId))).toBe(0n);
    expect(await openOf(owner)).toBe(1000n);
  });
});

it("leaves books in which the audits find nothing (I32)", async () => {
  const found = await stage.read(async (tx) => [...(await auditLedger(tx)), ...(await auditRewards(tx)), ...(await auditInstructions(tx, 10))]);
  expect(found).toEqual([]);
});
