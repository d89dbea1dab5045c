import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { discard, startTestSandbox, type TestSandbox } from "../../../sandbox/stripe/testing";
import { createCustomerCredit, ensureCoupon, findCustomerCredit } from "./stripe-benefits.server";
import { readInvoice, readPaymentIntent, readRefundsOfCharge, readSessionOf } from "./stripe-facts.server";
import { createPromotionCode, findPromotionCode } from "./stripe-promotion.server";
import { stripeClientFor, type StripeClient } from "./stripe.server";

let sandbox: TestSandbox;
let stripe: StripeClient;
beforeAll(async () => {
  sandbox = await startTestSandbox();
  stripe = stripeClientFor("sk_test_sandbox", sandbox.url);
});
beforeEach(() => sandbox.control("DELETE", "/faults"));
afterAll(() => discard(sandbox));

let count = 0;
const aCredit = async () => ({
  customerId: (await stripe.customers.create({})).id,
  amountMinor: 1_000n, currency: "EUR", description: "Thank you", metadata: { reward: `rwd_${++count}` }, idempotencyKey: `key-${count}`,
});
const creditsOf = async (customerId: string) => (await stripe.customers.listBalanceTransactions(customerId)).data;
const BALANCE = { method: "POST", path: "/v1/customers/*/balance_transactions" };

describe("what is known about a call that failed", () => {
  it.each<[string, object, string, number]>([
    ["500 before the effect", { kind: "error_500_before" }, "unknown", 0],
    ["500 after the effect", { kind: "error_500_after" }, "unknown", 1],
    ["an answer cut off", { kind: "truncated" }, "unknown", 1],
    ["an answer that is no JSON", { kind: "garbage_json" }, "unknown", 1],
    ["a page of a proxy", { kind: "wrong_content_type" }, "unknown", 1],
    ["the rate limit", { kind: "error_429" }, "not_done", 0],
    ["the same object at work elsewhere", { kind: "error_409" }, "not_done", 0],
  ])("%s", async (_title, fault, outcome, effects) => {
    const credit = await aCredit();
    await sandbox.control("POST", "/faults", { ...BALANCE, ...fault });
    await expect(createCustomerCredit(credit, stripe)).rejects.toMatchObject({ name: "StripeCallError", outcome });
    expect(await creditsOf(credit.customerId)).toHaveLength(effects);
  });

  it("a replayed 500 stays unknown, and the effect is found by its metadata (F33)", async () => {
    const credit = await aCredit();
    await sandbox.control("POST", "/faults", { ...BALANCE, kind: "error_500_after" });
    for (const _try of [1, 2]) await expect(createCustomerCredit(credit, stripe)).rejects.toMatchObject({ outcome: "unknown" });
    const by = { customerId: credit.customerId, metadataKey: "reward", value: credit.metadata.reward };
    const [only, ...others] = await creditsOf(credit.customerId);
    expect([await findCustomerCredit(by, stripe), others]).toEqual([{ id: only?.id, owedMinor: 0n }, []]);
    expect(await findCustomerCredit({ ...by, value: "rwd_other" }, stripe)).toBeNull();
  });

  it("the same key with another amount: unknown, never a second credit", async () => {
    const credit = await aCredit();
    await createCustomerCredit(credit, stripe);
    await expect(createCustomerCredit({ ...credit, amountMinor: 2_000n }, stripe)).rejects.toMatchObject({ outcome: "unknown" });
    expect((await creditsOf(credit.customerId)).map(({ amount }) => amount)).toEqual([-1_000]);
  });

  it("a customer who does not exist: refused", async () => {
    await expect(createCustomerCredit({ ...(await aCredit()), customerId: "cus_none" }, stripe)).rejects.toMatchObject({ outcome: "refused", status: 404 });
  });

  it("a key of another world: not done", async () => {
    const other = stripeClientFor("sk_live_other", sandbox.url);
    await expect(createCustomerCredit(await aCredit(), other)).rejects.toMatchObject({ outcome: "not_done", status: 401 });
  });
});

describe("reads", () => {
  it("what Stripe does not know is null, what it cannot tell is an error", async () => {
    expect(await readInvoice("in_none", stripe)).toBeNull();
    expect(await readPaymentIntent("pi_none", stripe)).toBeNull();
    expect(await readSessionOf({ payment_intent: "pi_none" }, stripe)).toBeNull();
    expect(await readRefundsOfCharge("ch_none", stripe)).toEqual([]);
    await sandbox.control("POST", "/faults", { kind: "error_500_before" });
    await expect(readInvoice("in_none", stripe)).rejects.toMatchObject({ outcome: "unknown" });
  });
});

describe("coupons and codes", () => {
  it("a coupon is made once, a code is found in any case", async () => {
    const coupon = { id: "vouch-friends-1", name: "Friends", off: { basisPoints: 1_250 }, duration: "once" as const, metadata: {} };
    expect([await ensureCoupon(coupon, stripe), await ensureCoupon(coupon, stripe)]).toEqual([coupon.id, coupon.id]);
    expect(await stripe.coupons.retrieve(coupon.id)).toMatchObject({ percent_off: 12.5, duration: "once" });
    const flat = await ensureCoupon({ ...coupon, id: "vouch-flat", off: { amountMinor: 1_000n, currency: "EUR" } }, stripe);
    expect(await stripe.coupons.retrieve(flat)).toMatchObject({ amount_off: 1_000, currency: "eur" });
    const input = { couponId: coupon.id, code: "ANNA-10", firstTimeOnly: true, maxRedemptions: null, customerId: null, minimumMinor: 0n, currency: "EUR", metadata: { link: "lnk_1" }, idempotencyKey: "code-1" };
    const id = await createPromotionCode(input, stripe);
    expect(await findPromotionCode("anna-10", stripe)).toEqual({ id, metadata: { link: "lnk_1" } });
    await expect(createPromotionCode({ ...input, idempotencyKey: "code-2" }, stripe)).rejects.toMatchObject({ outcome: "refused" });
    expect(await findPromotionCode("NOBODY", stripe)).toBeNull();
  });
});
