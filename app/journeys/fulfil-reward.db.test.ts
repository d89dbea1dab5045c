import Stripe from "stripe";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { auditLedger } from "~/ledger/audit-ledger.server";
import { balanceOf } from "~/ledger/balance-of.server";
import { championPayable, PROMOTION_CODE_ISSUED, STRIPE_CREDIT_ISSUED } from "~/ledger/chart-of-accounts";
import { prepareInstruction } from "~/fulfilment/prepare-instruction.server";
import { newId } from "~/platform/ids";
import type { ProgramRules } from "~/programs/program-rules";
import { adjustRewardForRefunds } from "~/rewards/adjust-reward-for-refunds.server";
import { approveReward } from "~/rewards/approve-reward.server";
import { auditRewards } from "~/rewards/audit-rewards.server";
import { holdForDispute } from "~/rewards/hold-for-dispute.server";
import { releaseReward } from "~/rewards/release-reward.server";
import { aReward, aRewardedChampion, type RewardedChampion } from "~/testing/builders/rewards";
import { TestClock } from "~/testing/test-clock";
import { testDatabase, type TestDatabase } from "~/testing/test-database";
import { discard, startTestSandbox, type TestSandbox } from "../../sandbox/stripe/testing";
import { fulfilReward } from "./fulfil-reward.server";

let test: TestDatabase;
let sandbox: TestSandbox;
let stripe: Stripe;
beforeAll(async () => {
  test = await testDatabase();
  sandbox = await startTestSandbox();
  stripe = new Stripe("sk_test_sandbox", { host: "127.0.0.1", port: sandbox.port, protocol: "http", maxNetworkRetries: 0, timeout: 400 });
});
beforeEach(() => sandbox.control("DELETE", "/faults"));
afterAll(() => discard(sandbox));

const AFTER_HOLD = new TestClock("2026-12-03T09:00:00Z");

/** A champion who is a customer at Stripe. */
async function aCustomerChampion(rules: Partial<ProgramRules> = {}) {
  const owner = await aRewardedChampion(test, rules);
  const { id } = await stripe.customers.create({ email: `${owner.person.id}@example.test` });
  await test.db.transaction("customer", (tx) =>
    tx.customer.create({ data: { id: newId("cst"), stripeCustomerId: id, personId: owner.person.id, knownSince: test.clock.now() } }),
  );
  return { ...owner, customerId: id };
}

/** A reward of EUR 10 that is payable, with its instruction. */
async function aPayable(owner: RewardedChampion) {
  const reward = await aReward(test, owner);
  const parts = { db: test.db, clock: AFTER_HOLD };
  await approveReward({ rewardId: reward.id, expectedVersion: reward.version, by: "person:psn_admin" }, parts);
  await releaseReward({ rewardId: reward.id, championId: owner.champion.id, rules: owner.rules, calendar: owner.calendar }, parts);
  return { reward, instructionId: await instructionFor(reward.id) };
}

async function instructionFor(rewardId: string): Promise<string> {
  return await test.db.transaction("prepare", async (tx) => {
    const { championId, rail, currency } = await tx.reward.findUniqueOrThrow({ where: { id: rewardId } });
    await prepareInstruction(tx, { rewardId, championId, rail, currency, now: AFTER_HOLD.now() });
    return (await tx.instruction.findUniqueOrThrow({ where: { rewardId } })).id;
  });
}

const fulfil = (instructionId: string) => fulfilReward({ instructionId }, { db: test.db, clock: AFTER_HOLD, stripe });
const settled = async (instructionId: string) => (await Promise.allSettled([fulfil(instructionId)]))[0]?.status;
const read = <T>(work: Parameters<typeof test.db.transaction<T>>[1]) => test.db.transaction("read", work);
const instruction = (id: string) => read((tx) => tx.instruction.findUniqueOrThrow({ where: { id } }));
const rewardOf = (id: string) => read((tx) => tx.reward.findUniqueOrThrow({ where: { id } }));
const balance = (account: string) => read((tx) => balanceOf(tx, account, "EUR"));

/** What really happened at the provider because of one instruction: its own journal is the judge. */
async function effects(instructionId: string) {
  const journal = await sandbox.control<{ effects: { effect: string; object: string; facts: Record<string, unknown> }[] }>("GET", "/journal");
  return journal.effects.filter(({ effect, facts }) => {
    const metadata = facts.metadata as Record<string, string> | undefined;
    return effect === "created" && metadata?.vouch_instruction === instructionId;
  });
}

describe("fulfilReward", () => {
  it("credits the champion's balance, books it and shows on the next invoice (F31, I32)", async () => {
    const owner = await aCustomerChampion();
    const { reward, instructionId } = await aPayable(owner);
    await fulfil(instructionId);
    const done = await instruction(instructionId);
    expect(done).toMatchObject({ status: "confirmed", amountMinor: 1000n, nettedMinor: 0n, currency: "EUR", attempts: 1 });
    expect(await rewardOf(reward.id)).toMatchObject({ status: "paid", paidAt: AFTER_HOLD.now() });
    expect(await balance(championPayable(owner.champion.id))).toBe(0n);
    const [credit] = (await stripe.customers.listBalanceTransactions(owner.customerId)).data;
    expect(credit).toMatchObject({ id: done.providerRef, amount: -1000, currency: "eur", description: "Thank you for your recommendation" });
    expect(await stripe.customers.retrieve(owner.customerId)).toMatchObject({ balance: -1000 });
  });

  it("makes a code of the champion's own that works once", async () => {
    const owner = await aCustomerChampion({ rail: "promotion_code" });
    const before = await balance(PROMOTION_CODE_ISSUED);
    const { reward, instructionId } = await aPayable(owner);
    await fulfil(instructionId);
    const row = await read((tx) => tx.stripePromotionCode.findUniqueOrThrow({ where: { key: `reward:${reward.id}` } }));
    expect(row.code).toMatch(/^THANKS-[A-Z0-9]{8}$/);
    const code = await stripe.promotionCodes.retrieve(row.stripeId!, { expand: ["promotion.coupon"] });
    expect(code).toMatchObject({ code: row.code, max_redemptions: 1, customer: owner.customerId, active: true });
    expect(code.promotion.coupon).toMatchObject({ amount_off: 1000, currency: "eur" });
    expect(await balance(PROMOTION_CODE_ISSUED)).toBe(before - 1000n);
  });

  it("does it once when it is told eight times at once", async () => {
    const owner = await aCustomerChampion();
    const { instructionId } = await aPayable(owner);
    await Promise.allSettled(Array.from({ length: 8 }, () => fulfil(instructionId)));
    await settled(instructionId);
    expect(await effects(instructionId)).toHaveLength(1);
    expect(await instruction(instructionId)).toMatchObject({ status: "confirmed" });
    expect(await balance(championPayable(owner.champion.id))).toBe(0n);
  });

  const KINDS = [
    "refuse", "reset_before", "reset_after", "error_500_before", "error_500_after", "error_429", "error_409", "hang_before",
    "hang_after", "garbage_json", "truncated", "wrong_content_type",
  ];
  describe.each(["stripe_balance", "promotion_code"] as const)("over %s, one effect per intent (F10, F33)", (rail) => {
    it.each(KINDS)("after %s", async (kind) => {
      const owner = await aCustomerChampion({ rail });
      const { reward, instructionId } = await aPayable(owner);
      const path = rail === "stripe_balance" ? "/v1/customers/*/balance_transactions" : "/v1/promotion_codes";
      await sandbox.control("POST", "/faults", { kind, method: "POST", path, ms: 700 });
      const key = (await instruction(instructionId)).idempotencyKey;
      if (kind === "error_500_before") {
        // Stripe replays a stored 500 for a day, under the one key there is: until then nobody can know more.
        expect([await settled(instructionId), await settled(instructionId)]).toEqual(["rejected", "rejected"]);
        expect(await instruction(instructionId)).toMatchObject({ status: "unknown" });
        await sandbox.control("POST", "/clock", { advanceMs: 25 * 3_600_000 });
      }
      await expect.poll(() => settled(instructionId), { timeout: 20_000, interval: 200 }).toBe("fulfilled");
      expect(await effects(instructionId)).toMatchObject(
        rail === "stripe_balance" ? [{ object: expect.stringContaining("alance") as string }] : [{}, {}],
      );
      expect(await instruction(instructionId)).toMatchObject({ status: "confirmed", idempotencyKey: key });
      expect(await rewardOf(reward.id)).toMatchObject({ status: "paid" });
    });
  });

  it("writes nothing for a worker that was declared dead meanwhile (I34)", async () => {
    const owner = await aCustomerChampion();
    const { instructionId } = await aPayable(owner);
    await sandbox.control("POST", "/faults", { kind: "hang_after", path: "/v1/customers/*/balance_transactions", method: "POST", ms: 300 });
    const slow = settled(instructionId);
    await expect.poll(async () => (await instruction(instructionId)).status).toBe("sent");
    await fulfil(instructionId);
    await slow;
    expect(await effects(instructionId)).toHaveLength(1);
    expect(await instruction(instructionId)).toMatchObject({ status: "confirmed", attempts: 2 });
  });

  it("keeps a reward with nothing to credit waiting, with its reason", async () => {
    const owner = await aRewardedChampion(test);
    const { reward, instructionId } = await aPayable(owner);
    await fulfil(instructionId);
    expect(await rewardOf(reward.id)).toMatchObject({ status: "payable", reason: "nothing_to_credit" });
    expect(await instruction(instructionId)).toMatchObject({ status: "intended", error: "nothing_to_credit", nextTryAt: expect.any(Date) as Date });
  });

  it("refuses a balance of another currency (M13)", async () => {
    const owner = await aCustomerChampion();
    await stripe.customers.createBalanceTransaction(owner.customerId, { amount: 100, currency: "usd" });
    const { reward, instructionId } = await aPayable(owner);
    await fulfil(instructionId);
    expect(await rewardOf(reward.id)).toMatchObject({ status: "payable", reason: "currency_unavailable" });
  });

  it("begins a new intent after Stripe said no, under a key of its own", async () => {
    const owner = await aCustomerChampion({ rail: "promotion_code" });
    const { reward, instructionId } = await aPayable(owner);
    const gone = await stripe.customers.create({});
    await stripe.customers.del(gone.id);
    await read((tx) => tx.customer.updateMany({ where: { personId: owner.person.id }, data: { stripeCustomerId: gone.id } }));
    await fulfil(instructionId);
    expect(await instruction(instructionId)).toMatchObject({ status: "failed", idempotencyKey: `${instructionId}-1` });
    expect(await rewardOf(reward.id)).toMatchObject({ status: "payable", reason: "delivery_failed" });
    await read((tx) => tx.customer.updateMany({ where: { personId: owner.person.id }, data: { stripeCustomerId: owner.customerId } }));
    await instructionFor(reward.id);
    await fulfil(instructionId);
    expect(await instruction(instructionId)).toMatchObject({ status: "confirmed", idempotencyKey: `${instructionId}-2` });
  });

  it("stops what is disputed before it is sent, and sends it once the dispute is won (W16)", async () => {
    const owner = await aCustomerChampion();
    const { reward, instructionId } = await aPayable(owner);
    const about = { conversionId: reward.conversionId, factKey: "dp_1" };
    await holdForDispute({ ...about, open: true }, test);
    await fulfil(instructionId);
    expect(await instruction(instructionId)).toMatchObject({ status: "cancelled" });
    expect(await effects(instructionId)).toEqual([]);
    await holdForDispute({ ...about, open: false }, test);
    await releaseReward({ rewardId: reward.id, championId: owner.champion.id, rules: owner.rules, calendar: owner.calendar }, { db: test.db, clock: AFTER_HOLD });
    await fulfil(await instructionFor(reward.id));
    expect(await rewardOf(reward.id)).toMatchObject({ status: "paid" });
  });
});

const refund = (conversionId: string, takenBackMinor: bigint) =>
  adjustRewardForRefunds(
    { conversionId, paidMinor: 8_000n, takenBackMinor, cause: takenBackMinor === 8_000n ? "refund_full" : "refund_partial", factKey: "re_1" }, test,
  );

describe("netting (M5, M12)", () => {
  it("settles an older receivable with the next reward, and nothing leaves the house when it swallows all", async () => {
    const owner = await aCustomerChampion({ capPer30DaysMinor: null });
    const first = await aPayable(owner);
    await fulfil(first.instructionId);
    await refund(first.reward.conversionId, 8_000n);
    expect(await rewardOf(first.reward.id)).toMatchObject({ status: "reversed", reason: "refund_full" });
    expect(await balance(championPayable(owner.champion.id))).toBe(1000n);
    const second = await aPayable(owner);
    await fulfil(second.instructionId);
    expect(await instruction(second.instructionId)).toMatchObject({ status: "confirmed", amountMinor: 0n, nettedMinor: 1000n });
    expect(await rewardOf(second.reward.id)).toMatchObject({ status: "paid" });
    const third = await aPayable(owner);
    await fulfil(third.instructionId);
    expect(await instruction(third.instructionId)).toMatchObject({ amountMinor: 1000n, nettedMinor: 0n });
    expect(await stripe.customers.retrieve(owner.customerId)).toMatchObject({ balance: -2000 });
    expect(await balance(championPayable(owner.champion.id))).toBe(0n);
  });

  it("ends right whichever comes first, the refund or the hand-over (F15)", async () => {
    for (let i = 0; i < 6; i++) {
      const owner = await aCustomerChampion({ capPer30DaysMinor: null });
      const { reward, instructionId } = await aPayable(owner);
      await Promise.all([fulfil(instructionId), refund(reward.conversionId, 4_000n)]);
      const { amountMinor } = await instruction(instructionId);
      expect([500n, 1000n]).toContain(amountMinor);
      expect(await balance(championPayable(owner.champion.id))).toBe(amountMinor - 500n);
      // Whatever was handed over too much is settled by the next one.
      const next = await aPayable(owner);
      await fulfil(next.instructionId);
      expect(await stripe.customers.retrieve(owner.customerId)).toMatchObject({ balance: -1500 });
    }
  }, 90_000);

  it("gives back with the next hand-over what a failed refund restores (I16)", async () => {
    const owner = await aCustomerChampion({ capPer30DaysMinor: null });
    const { reward, instructionId } = await aPayable(owner);
    await refund(reward.conversionId, 2_000n);
    await fulfil(instructionId);
    await refund(reward.conversionId, 0n);
    const next = await aPayable(owner);
    await fulfil(next.instructionId);
    expect(await instruction(next.instructionId)).toMatchObject({ amountMinor: 1250n, nettedMinor: -250n });
    expect(await stripe.customers.retrieve(owner.customerId)).toMatchObject({ balance: -2000 });
  });
});

it("leaves books that agree with every reward and with Stripe (I32)", async () => {
  expect(await read(async (tx) => [...(await auditLedger(tx)), ...(await auditRewards(tx))])).toEqual([]);
  const confirmed = await read((tx) =>
    tx.instruction.aggregate({ where: { status: "confirmed", rail: "stripe_balance" }, _sum: { amountMinor: true } }),
  );
  expect(await balance(STRIPE_CREDIT_ISSUED)).toBe(-(confirmed._sum.amountMinor ?? 0n));
});
