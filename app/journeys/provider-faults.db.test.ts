import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { championPayable } from "~/ledger/chart-of-accounts";
import { payoutStage, type PayoutStage } from "~/testing/builders/payouts";
import { provedRuns } from "~/testing/histories/proved-runs";

let stage: PayoutStage;
beforeAll(async () => {
  stage = await payoutStage();
});

const KINDS = [
  "refuse", "reset_before", "reset_after", "error_500_before", "error_500_after", "error_429", "error_409", "hang_before", "hang_after",
  "garbage_json", "truncated", "wrong_content_type",
] as const;
/** Long enough to break a call, and no longer. */
const MS = 60;
const DAY_MS = 24 * 3_600_000;

const CREDIT = "/v1/customers/*/balance_transactions";
const CODE = "/v1/promotion_codes";
/** Each call that hands something over or looks it up; a look-up is only made after a call nobody heard the end of. */
const CALLS = [
  { call: "the credit", rail: "stripe_balance", method: "POST", path: CREDIT },
  { call: "the look-up of a credit", rail: "stripe_balance", method: "GET", path: CREDIT, after: { kind: "error_500_after", method: "POST", path: CREDIT } },
  { call: "the coupon", rail: "promotion_code", method: "POST", path: "/v1/coupons" },
  { call: "the code", rail: "promotion_code", method: "POST", path: CODE },
  { call: "the look-up of a code", rail: "promotion_code", method: "GET", path: CODE, after: { kind: "error_500_after", method: "POST", path: CODE } },
] as const;

const fault = (one: object) => stage.sandbox.control("POST", "/faults", { ms: MS, ...one });

describe.each(CALLS)("over $call, one effect per intent (F10, F32, F33)", ({ rail, method, path, ...made }) => {
  it.each(KINDS)("after %s", async (kind) => {
    const breaks = fc.record({ count: fc.integer({ min: 1, max: 2 }), workers: fc.integer({ min: 1, max: 2 }), then: fc.option(fc.constantFrom(...KINDS.slice(1))) });
    await fc.assert(
      fc.asyncProperty(breaks, async ({ count, workers, then }) => {
        const owner = await stage.customerChampion({ rail });
        const { reward, instructionId } = await stage.payable(owner);
        const { idempotencyKey } = await stage.instruction(instructionId);
        if ("after" in made) await fault(made.after);
        if (kind !== "refuse") await fault({ kind, method, path, count });
        if (then) await fault({ kind: then, method, path });
        // Last, for it refuses whoever calls, this test too.
        if (kind === "refuse") await fault({ kind });
        let tries = 0;
        await expect.poll(async () => {
          // Stripe replays a stored 500 for a day, under the one key there is: until then nobody can know more.
          if (++tries === 6) await stage.sandbox.control("POST", "/clock", { advanceMs: DAY_MS + 1 });
          await Promise.all(Array.from({ length: workers }, () => stage.settled(instructionId)));
          return (await stage.instruction(instructionId)).status;
        }, { timeout: 30_000, interval: 20 }).toBe("confirmed");
        await expect.poll(() => stage.sandbox.control("DELETE", "/faults").then(() => "clear", () => "refused")).toBe("clear");
        // A code is two things at Stripe: the coupon and the code upon it.
        expect(await stage.effects(instructionId)).toHaveLength(rail === "stripe_balance" ? 1 : 2);
        expect(await stage.instruction(instructionId)).toMatchObject({ idempotencyKey });
        expect(await stage.rewardOf(reward.id)).toMatchObject({ status: "paid" });
        expect(await stage.balance(championPayable(owner.champion.id))).toBe(0n);
      }),
      provedRuns({ short: 5, long: 20 }),
    );
  }, 600_000);
});

it("two workers hand each of two hundred rewards over once (F15)", async () => {
  const owner = await stage.customerChampion({ capPer30DaysMinor: null });
  for (let i = 0; i < 200; i++) {
    const { instructionId } = await stage.payable(owner);
    await Promise.allSettled([stage.fulfil(instructionId), stage.fulfil(instructionId)]);
    await stage.settled(instructionId);
    expect(await stage.instruction(instructionId)).toMatchObject({ status: "confirmed" });
  }
  expect(await stage.stripe.customers.retrieve(owner.customerId)).toMatchObject({ balance: -200 * 1_000 });
  expect(await stage.balance(championPayable(owner.champion.id))).toBe(0n);
}, 600_000);

/** Each call that takes something back or looks whether an earlier try did; only what is asked with a key or looked up is broken here. */
const WAYS_BACK = [
  { call: "credit taken off", rail: "stripe_balance", method: "POST", path: CREDIT },
  { call: "the look-up of credit taken off", rail: "stripe_balance", method: "GET", path: CREDIT, after: { kind: "error_500_after", method: "POST", path: CREDIT } },
  { call: "a code switched off", rail: "promotion_code", method: "POST", path: "/v1/promotion_codes/*" },
  { call: "a free month taken off", rail: "free_month", method: "POST", path: "/v1/subscriptions/*" },
  { call: "a transfer taken back", rail: "transfer", method: "POST", path: "/v1/transfers/*/reversals" },
  { call: "the look-up of a transfer taken back", rail: "transfer", method: "GET", path: "/v1/transfers/*/reversals", after: { kind: "error_500_after", method: "POST", path: "/v1/transfers/*/reversals" } },
] as const;

/** A reward of EUR 10 that was handed over that way, and refunded. */
async function refunded(rail: (typeof WAYS_BACK)[number]["rail"]) {
  const owner = rail === "free_month" ? await stage.subscriber() : rail === "transfer" ? await stage.cashChampion() : await stage.customerChampion({ rail });
  const { reward, instructionId } = await stage.payable(owner);
  await stage.fulfil(instructionId);
  await stage.refund(reward.conversionId, 8_000n);
  return { owner, reward, instructionId };
}

describe.each(WAYS_BACK)("over $call, one effect per reversal (F10, F32, F33)", ({ rail, method, path, ...made }) => {
  it.each(KINDS)("after %s", async (kind) => {
    const breaks = fc.record({ count: fc.integer({ min: 1, max: 2 }), workers: fc.integer({ min: 1, max: 2 }) });
    await fc.assert(
      fc.asyncProperty(breaks, async ({ count, workers }) => {
        const { owner, reward, instructionId } = await refunded(rail);
        if ("after" in made) await fault(made.after);
        await fault(kind === "refuse" ? { kind } : { kind, method, path, count });
        let tries = 0;
        await expect.poll(async () => {
          if (++tries === 6) await stage.sandbox.control("POST", "/clock", { advanceMs: DAY_MS + 1 });
          await Promise.allSettled(Array.from({ length: workers }, () => stage.reverse(reward.id)));
          return (await stage.instruction(instructionId)).status;
        }, { timeout: 30_000, interval: 20 }).toBe("returned");
        await expect.poll(() => stage.sandbox.control("DELETE", "/faults").then(() => "clear", () => "refused")).toBe("clear");
        expect(await stage.reversalsOf(reward.id)).toMatchObject([{ status: "confirmed", amountMinor: 1_000n }]);
        expect(await stage.takenBackAtStripe(instructionId)).toBe(1_000n);
        expect(await stage.balance(championPayable(owner.champion.id))).toBe(0n);
      }),
      provedRuns({ short: 2, long: 20 }),
    );
  }, 600_000);
});
