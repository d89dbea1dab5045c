import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mergePurchase, rewardBase, type PurchaseFacts } from "./purchase";

const bill: PurchaseFacts = {
  key: "in_1", paymentIntentId: "pi_1", invoiceId: "in_1", checkoutSessionId: "cs_1", subscriptionId: "sub_1",
  occurredAt: new Date("2026-11-10T12:00:05Z"), settlesAt: null, currency: "EUR", paidMinor: 10_890n, taxMinor: 1_890n, shippingMinor: 0n,
  discountMinor: 1_000n, clickTokens: ["t1"], codes: ["ANNA"], programHint: null, byProvider: true,
  lines: [{ group: "tea", quantity: 1, netMinor: 9_000n, taxMinor: 1_890n }],
};
/** The same payment as `payment_intent.succeeded` alone tells it. */
const payment: PurchaseFacts = {
  ...bill, key: "pi_1", invoiceId: null, checkoutSessionId: null, subscriptionId: null, taxMinor: 0n, discountMinor: 0n,
  occurredAt: new Date("2026-11-10T12:00:00Z"), settlesAt: new Date("2026-11-12T00:00:00Z"), clickTokens: ["t2"], codes: [], lines: [], programHint: "friends",
};

describe("one payment told twice is one purchase", () => {
  it("keeps the bill's key and amounts, the earliest moment and every token", () => {
    const expected = { ...bill, occurredAt: payment.occurredAt, settlesAt: payment.settlesAt, clickTokens: ["t1", "t2"], programHint: "friends" };
    expect(mergePurchase(bill, payment)).toEqual(expected);
    expect(mergePurchase(payment, bill)).toEqual(expected);
  });

  it("in any order, any number of times", () => {
    const checkout: PurchaseFacts = { ...payment, checkoutSessionId: "cs_1", clickTokens: ["t3"], codes: ["BEA"], lines: bill.lines };
    fc.assert(
      fc.property(fc.array(fc.constantFrom(bill, payment, checkout), { maxLength: 6 }), (told) => {
        const all = (order: PurchaseFacts[]) => [...order, ...told].reduce(mergePurchase);
        expect(all([bill, payment, checkout])).toEqual(all([checkout, bill, payment]));
      }),
    );
  });

  it("what was paid, the provider knows better than the shop", () => {
    const shops: PurchaseFacts = { ...payment, byProvider: false, currency: "USD", paidMinor: 9_000n, settlesAt: null, clickTokens: ["t3"], programHint: null };
    const expected = { ...payment, clickTokens: ["t2", "t3"] };
    expect(mergePurchase(shops, payment)).toEqual(expected);
    expect(mergePurchase(payment, shops)).toEqual(expected);
  });

  it("a reward counts on what was paid without tax and shipping (W4)", () => {
    expect(rewardBase({ ...bill, shippingMinor: 0n })).toBe(9_000n);
    expect(rewardBase({ ...bill, shippingMinor: 500n })).toBe(8_500n);
    expect(rewardBase({ paidMinor: 100n, taxMinor: 60n, shippingMinor: 50n })).toBe(0n);
  });
});
