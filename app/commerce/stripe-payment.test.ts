import { describe, expect, it } from "vitest";
import { readCreditNoteTold, readCustomerTold, readDisputeTold, readRefundTold } from "./stripe-facts";
import { readPayment, type PaymentPieces } from "./stripe-payment";
import {
  creditNoteShape, customerShape, disputeShape, intentShape, invoiceShape, refundShape, sessionShape, subscriptionShape,
} from "./stripe-shapes";

const token = (letter: string) => letter.repeat(150);
const AT = 1_793_620_800;

const nothing: PaymentPieces = { invoice: null, intent: null, session: null, subscription: null, groupOf: () => undefined };

/** The parts of the objects of API 2026-10-28 that are read, in the shapes they have when expanded as we ask. */
const session = (over: object = {}) =>
  sessionShape.parse({
    id: "cs_1", object: "checkout.session", mode: "payment", payment_status: "paid", currency: "eur", amount_total: 10_890, created: AT - 300,
    customer: "cus_1", customer_details: { email: "friend@example.test" }, client_reference_id: token("a"),
    metadata: { vouch_tokens: `${token("a")},${token("b")}`, vouch_program: "friends" }, payment_intent: "pi_1", invoice: null, subscription: null,
    discounts: [{ coupon: null, promotion_code: { id: "promo_1", code: "anna-10" } }, { coupon: "SUMMER", promotion_code: null }],
    total_details: { amount_discount: 1_000, amount_shipping: 500, amount_tax: 1_890 },
    line_items: {
      data: [
        { amount_total: 7_260, amount_tax: 1_260, quantity: 2, price: { metadata: {}, product: { id: "prod_1", metadata: { group: "coffee" } } } },
        { amount_total: 3_630, amount_tax: 630, quantity: 1, price: { metadata: { group: "gifts" }, product: { id: "prod_2", metadata: { group: "tea" } } } },
      ],
    },
    ...over,
  });

const intent = (over: object = {}) =>
  intentShape.parse({
    id: "pi_1", object: "payment_intent", status: "succeeded", currency: "eur", customer: null, amount_received: 10_890, created: AT - 60, metadata: {},
    receipt_email: null,
    latest_charge: {
      id: "ch_1", created: AT, customer: null, billing_details: { email: "card@example.test" },
      payment_method_details: { type: "card", card: { fingerprint: "fp_1", last4: "4242" } }, outcome: { risk_level: "elevated" },
    },
    ...over,
  });

const invoice = (over: object = {}) =>
  invoiceShape.parse({
    id: "in_1", object: "invoice", status: "paid", currency: "eur", customer: { id: "cus_1", email: "friend@example.test", created: AT - 9, metadata: {} },
    customer_email: "friend@example.test", amount_paid: 12_100, total: 12_100, created: AT - 30, status_transitions: { paid_at: AT + 1 }, metadata: {},
    discounts: [], total_discount_amounts: [{ amount: 500 }], total_taxes: [{ amount: 2_100 }], shipping_cost: null,
    parent: { subscription_details: { subscription: "sub_1", metadata: { vouch: token("s") } } },
    payments: { data: [{ status: "open", payment: { payment_intent: "pi_0" } }, { status: "paid", payment: { payment_intent: "pi_1" } }] },
    lines: {
      data: [
        { amount: 10_500, quantity: 1, discount_amounts: [{ amount: 500 }], taxes: [{ amount: 2_100, tax_behavior: "exclusive" }], pricing: { price_details: { product: "prod_1" } } },
      ],
    },
    ...over,
  });

describe("a one-off payment", () => {
  it("by checkout is keyed by its payment intent, with basket, tokens, codes and discounts", () => {
    const told = readPayment({ ...nothing, session: session(), intent: intent() });
    expect(told).toEqual({
      purchase: {
        key: "pi_1", paymentIntentId: "pi_1", invoiceId: null, checkoutSessionId: "cs_1", subscriptionId: null,
        occurredAt: new Date(AT * 1000), settlesAt: null, currency: "EUR", paidMinor: 10_890n, taxMinor: 1_890n, shippingMinor: 500n, discountMinor: 1_000n,
        clickTokens: [token("a"), token("b")], codes: ["ANNA-10"], programHint: "friends", byProvider: true,
        lines: [
          { group: "coffee", quantity: 2, netMinor: 6_000n, taxMinor: 1_260n },
          { group: "gifts", quantity: 1, netMinor: 3_000n, taxMinor: 630n },
        ],
      },
      customer: "cus_1", email: "friend@example.test", fingerprint: "fp_1", riskLevel: "elevated",
    });
  });

  it("settles when its line on the balance says so, once Stripe has written one (W9)", () => {
    const settlesAt = (balance_transaction: unknown) => {
      const charge = { id: "ch_1", created: AT, balance_transaction };
      return readPayment({ ...nothing, intent: intent({ latest_charge: charge }) })?.purchase.settlesAt;
    };
    expect(settlesAt({ id: "txn_1", available_on: AT + 172_800 })).toEqual(new Date((AT + 172_800) * 1000));
    expect([settlesAt(null), settlesAt("txn_1")]).toEqual([null, null]);
  });

  it("without a checkout is what its intent says", () => {
    const told = readPayment({ ...nothing, intent: intent({ metadata: { vouch: token("c") } }) });
    expect(told?.purchase).toMatchObject({ key: "pi_1", paidMinor: 10_890n, taxMinor: 0n, clickTokens: [token("c")], lines: [] });
    expect(told?.email).toBe("card@example.test");
  });
});

describe("an invoice", () => {
  const groupOf = (id: string) => (id === "prod_1" ? "coffee" : undefined);

  it("is keyed by itself and names its subscription and its payment", () => {
    const told = readPayment({ ...nothing, invoice: invoice(), intent: intent(), groupOf });
    expect(told?.purchase).toMatchObject({
      key: "in_1", invoiceId: "in_1", paymentIntentId: "pi_1", subscriptionId: "sub_1", paidMinor: 12_100n, taxMinor: 2_100n, discountMinor: 500n,
      clickTokens: [token("s")], occurredAt: new Date(AT * 1000),
      lines: [{ group: "coffee", quantity: 1, netMinor: 10_000n, taxMinor: 2_100n }],
    });
    expect(told?.customer).toMatchObject({ id: "cus_1" });
  });

  it("part-paid by credit counts its tax in proportion (W4)", () => {
    const told = readPayment({ ...nothing, invoice: invoice({ amount_paid: 6_050 }) });
    expect(told?.purchase).toMatchObject({ paidMinor: 6_050n, taxMinor: 1_050n });
  });

  it("with tax inside the price takes it out of the line", () => {
    const line = { amount: 12_100, quantity: 1, taxes: [{ amount: 2_100, tax_behavior: "inclusive" }] };
    const told = readPayment({ ...nothing, invoice: invoice({ lines: { data: [line] } }) });
    expect(told?.purchase.lines).toEqual([{ group: "other", quantity: 1, netMinor: 10_000n, taxMinor: 2_100n }]);
  });

  it("takes what the subscription carried along", () => {
    const subscription = subscriptionShape.parse({
      id: "sub_1", customer: "cus_1", status: "active", metadata: { vouch: token("u") }, start_date: AT, discounts: [{ promotion_code: { code: "BEA" } }],
    });
    expect(readPayment({ ...nothing, invoice: invoice(), subscription })?.purchase).toMatchObject({ clickTokens: [token("u"), token("s")], codes: ["BEA"] });
  });
});

describe("what is no sale (W3)", () => {
  it.each<[string, Partial<PaymentPieces>]>([
    ["a checkout completed and unpaid", { session: session({ payment_status: "unpaid" }), intent: intent({ status: "processing", amount_received: 0 }) }],
    ["the same, read without its intent", { session: session({ payment_status: "unpaid" }) }],
    ["a checkout of nothing", { session: session({ payment_status: "no_payment_required", amount_total: 0, payment_intent: null }) }],
    ["a trial's bill of zero", { invoice: invoice({ amount_paid: 0, total: 0 }) }],
    ["an open bill", { invoice: invoice({ status: "open", amount_paid: 0 }) }],
    ["a bill written off", { invoice: invoice({ status: "uncollectible" }) }],
    ["a subscription's checkout, whose bill tells", { session: session({ mode: "subscription", payment_intent: null }) }],
    ["nothing at all", {}],
  ])("%s", (_title, pieces) => {
    expect(readPayment({ ...nothing, ...pieces })).toBeNull();
  });
});

describe("refunds, notes, disputes, customers", () => {
  const refund = { id: "re_1", amount: 500, currency: "eur", charge: "ch_1", payment_intent: "pi_1", status: "succeeded", created: AT };

  it("a refund names its payment intent, else its charge", () => {
    expect(readRefundTold(refundShape.parse(refund))).toMatchObject({ key: "re_1", paymentKey: "pi_1", amountMinor: 500n, currency: "EUR", status: "succeeded" });
    expect(readRefundTold(refundShape.parse({ ...refund, payment_intent: null }))?.paymentKey).toBe("ch_1");
    expect(readRefundTold(refundShape.parse({ ...refund, payment_intent: null, charge: null }))).toBeNull();
  });

  it.each([
    ["with a refund of its own: nothing beside it", { post_payment_amount: 500, refunds: [{ amount_refunded: 500 }] }, 0n, "canceled"],
    ["given as credit: all of it", { post_payment_amount: 500, refunds: [] }, 500n, "succeeded"],
    ["half and half: the half without a refund", { post_payment_amount: 500, refunds: [{ amount_refunded: 200 }] }, 300n, "succeeded"],
    ["before payment: nothing was paid yet", { post_payment_amount: 0, refunds: [] }, 0n, "canceled"],
    ["void: nothing", { post_payment_amount: 500, refunds: [], status: "void" }, 500n, "canceled"],
  ])("a credit note %s (M9)", (_title, over, amountMinor, status) => {
    const note = creditNoteShape.parse({ id: "cn_1", currency: "eur", invoice: "in_1", status: "issued", created: AT, ...over });
    expect(readCreditNoteTold(note)).toMatchObject({ paymentKey: "in_1", amountMinor, status, kind: "credit_note" });
  });

  it.each([[[], false], [[{ amount: -1_500 }], true], [[{ amount: -1_500 }, { amount: 1_500 }], false]])("money moved %j: withdrawn %s", (balance_transactions, fundsWithdrawn) => {
    const dispute = { id: "dp_1", amount: 1_000, currency: "eur", payment_intent: "pi_1", status: "needs_response", created: AT, balance_transactions };
    expect(readDisputeTold(disputeShape.parse(dispute))).toMatchObject({ paymentKey: "pi_1", fundsWithdrawn });
  });

  it("a customer's own numbers are taken from metadata when they are numbers", () => {
    const customer = { id: "cus_1", email: null, created: AT, metadata: { vouch_external_id: "user 7", vouch_organisation_id: "a\u0000b" } };
    expect(readCustomerTold(customerShape.parse(customer))).toMatchObject({ externalId: "user 7", organisationId: null, deleted: false });
    expect(readCustomerTold(customerShape.parse({ id: "cus_1", deleted: true }))).toMatchObject({ deleted: true, email: null });
  });
});
