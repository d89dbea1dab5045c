import type Stripe from "stripe";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { discard, startTestSandbox } from "./testing";
import type { TestSandbox } from "./testing";

let sandbox: TestSandbox;
let stripe: Stripe;

beforeAll(async () => {
  sandbox = await startTestSandbox();
  stripe = sandbox.stripe;
});
afterAll(() => discard(sandbox));

async function paid(amount = 10_000): Promise<Stripe.PaymentIntent> {
  return stripe.paymentIntents.create({
    amount,
    currency: "eur",
    confirm: true,
    payment_method: "pm_card_visa",
  });
}

async function typesSince(seen: string): Promise<string[]> {
  const { data } = await stripe.events.list({ limit: 100 });
  return data
    .slice(
      0,
      data.findIndex((event) => event.id === seen),
    )
    .map((event) => event.type)
    .reverse();
}

const lastEvent = async () => (await stripe.events.list({ limit: 1 })).data[0]?.id ?? "";
const chargeOf = async (intent: Stripe.PaymentIntent) =>
  stripe.charges.retrieve(String(intent.latest_charge));

describe("customer balance", () => {
  test("is used by the next finalised invoice, as far as the total goes", async () => {
    const customer = await stripe.customers.create({ email: "champion@example.com" });
    await stripe.paymentMethods.attach("pm_card_visa", { customer: customer.id });
    await stripe.customers.createBalanceTransaction(customer.id, {
      amount: -1000,
      currency: "eur",
      description: "Thanks",
    });
    await stripe.invoiceItems.create({
      customer: customer.id,
      amount: 2500,
      currency: "eur",
      description: "Order",
    });
    const draft = await stripe.invoices.create({ customer: customer.id });
    expect(draft).toMatchObject({ amount_due: 2500, status: "draft" });
    const open = await stripe.invoices.finalizeInvoice(draft.id);
    expect(open).toMatchObject({
      amount_due: 1500,
      starting_balance: -1000,
      ending_balance: 0,
      status: "open",
    });
    const invoice = await stripe.invoices.pay(draft.id, {}, { idempotencyKey: "pay" });
    expect(invoice).toMatchObject({ amount_paid: 1500, status: "paid" });
    const lines = await stripe.customers.listBalanceTransactions(customer.id);
    expect(lines.data.map((line) => [line.type, line.amount, line.ending_balance])).toEqual([
      ["applied_to_invoice", 1000, 0],
      ["adjustment", -1000, -1000],
    ]);
    const payments = await stripe.invoicePayments.list({ invoice: draft.id });
    expect(payments.data[0]).toMatchObject({ amount_paid: 1500, status: "paid" });
    const { latest_charge: charge } = await stripe.paymentIntents.retrieve(
      String(payments.data[0]?.payment.payment_intent),
    );
    const found = await stripe.invoicePayments.list({
      payment: { type: "payment_intent", payment_intent: String(payments.data[0]?.payment.payment_intent) },
    });
    expect(found.data[0]?.invoice).toBe(draft.id);
    expect(charge).toMatch(/^ch_/);
  });

  test("covers an invoice alone, and keeps to one currency", async () => {
    const customer = await stripe.customers.create();
    await stripe.customers.createBalanceTransaction(customer.id, { amount: -5000, currency: "eur" });
    await stripe.invoiceItems.create({ customer: customer.id, amount: 2000, currency: "eur" });
    const invoice = await stripe.invoices.pay((await stripe.invoices.create({ customer: customer.id })).id);
    expect(invoice).toMatchObject({ amount_due: 0, status: "paid", ending_balance: -3000 });
    await expect(
      stripe.customers.createBalanceTransaction(customer.id, { amount: -1, currency: "usd" }),
    ).rejects.toThrow("combine currencies");
  });
});

describe("refunds", () => {
  test("add up, and cannot exceed the payment", async () => {
    const intent = await paid();
    const before = await lastEvent();
    await stripe.refunds.create({ payment_intent: intent.id, amount: 2500 });
    expect(await typesSince(before)).toEqual(["refund.created", "charge.refunded"]);
    expect(await chargeOf(intent)).toMatchObject({ amount_refunded: 2500, refunded: false });
    await expect(stripe.refunds.create({ payment_intent: intent.id, amount: 8000 })).rejects.toThrow(
      "greater than",
    );
    await stripe.refunds.create({ payment_intent: intent.id });
    const charge = await stripe.charges.retrieve(String(intent.latest_charge), { expand: ["refunds"] });
    expect(charge).toMatchObject({ amount_refunded: 10_000, refunded: true });
    expect(charge.refunds?.data.map((refund) => refund.amount)).toEqual([7500, 2500]);
    await expect(stripe.refunds.create({ payment_intent: intent.id })).rejects.toMatchObject({
      code: "charge_already_refunded",
    });
  });

  test("can fail later, which undoes them", async () => {
    const intent = await paid();
    const refund = await stripe.refunds.create({ payment_intent: intent.id, amount: 4000 });
    const before = await lastEvent();
    await sandbox.control("POST", `/refunds/${refund.id}/fail`);
    expect(await typesSince(before)).toEqual(["refund.updated", "refund.failed", "charge.refund.updated"]);
    expect(await stripe.refunds.retrieve(refund.id)).toMatchObject({ status: "failed" });
    expect(await chargeOf(intent)).toMatchObject({ amount_refunded: 0, refunded: false });
    await expect(sandbox.control("POST", `/refunds/${refund.id}/fail`)).rejects.toThrow("failed");
  });

  test("can wait and be cancelled, or come through", async () => {
    await sandbox.control("POST", "/refunds", { mode: "pending" });
    const intent = await paid();
    const [one, two] = [
      await stripe.refunds.create({ payment_intent: intent.id, amount: 1000 }),
      await stripe.refunds.create({ payment_intent: intent.id, amount: 2000 }),
    ];
    await sandbox.control("POST", "/refunds", { mode: "succeed" });
    expect(one.status).toBe("pending");
    await stripe.refunds.cancel(one.id);
    await sandbox.control("POST", `/refunds/${two.id}/succeed`);
    expect(await chargeOf(intent)).toMatchObject({ amount_refunded: 2000 });
    await expect(stripe.refunds.cancel(two.id)).rejects.toThrow("succeeded");
  });
});

describe("disputes", () => {
  test("take the money at once and give it back when won", async () => {
    const intent = await paid();
    const before = await lastEvent();
    const dispute = await sandbox.control<Stripe.Dispute>(
      "POST",
      `/charges/${String(intent.latest_charge)}/dispute`,
    );
    await expect(stripe.refunds.create({ payment_intent: intent.id })).rejects.toMatchObject({
      code: "charge_disputed",
    });
    await stripe.disputes.update(dispute.id, { evidence: { product_description: "tea" } });
    await sandbox.control("POST", `/disputes/${dispute.id}/win`);
    expect(await typesSince(before)).toEqual([
      "charge.dispute.created",
      "charge.dispute.funds_withdrawn",
      "charge.dispute.updated",
      "charge.dispute.funds_reinstated",
      "charge.dispute.closed",
    ]);
    const won = await stripe.disputes.retrieve(dispute.id);
    expect(won.status).toBe("won");
    expect(won.balance_transactions.map((one) => one.net)).toEqual([-12_000, 10_000]);
  });

  test("are lost for good; an inquiry takes money only when it is lost", async () => {
    const intent = await paid();
    const path = `/charges/${String(intent.latest_charge)}/dispute`;
    const inquiry = await sandbox.control<Stripe.Dispute>("POST", path, { inquiry: true, reason: "general" });
    expect(inquiry).toMatchObject({ status: "warning_needs_response", balance_transactions: [] });
    await stripe.disputes.close(inquiry.id);
    expect(await stripe.disputes.retrieve(inquiry.id)).toMatchObject({ status: "lost" });
    await expect(sandbox.control("POST", `/disputes/${inquiry.id}/win`)).rejects.toThrow("already closed");
  });
});

describe("Connect", () => {
  async function onboarded(options: Stripe.AccountCreateParams = {}): Promise<string> {
    const account = await stripe.accounts.create({
      capabilities: { transfers: { requested: true } },
      ...options,
    });
    const link = await stripe.accountLinks.create({
      account: account.id,
      type: "account_onboarding",
      refresh_url: "http://localhost:3000/again",
      return_url: "http://localhost:3000/back",
    });
    const answer = await fetch(link.url, {
      method: "POST",
      redirect: "manual",
      body: new URLSearchParams({ action: "complete" }),
    });
    expect(answer.headers.get("location")).toBe("http://localhost:3000/back");
    return account.id;
  }

  test("transfers need a ready account, and come back as far as the money is there", async () => {
    const raw = await stripe.accounts.create({ capabilities: { transfers: { requested: true } } });
    const amounts = { amount: 3000, currency: "eur" };
    await expect(stripe.transfers.create({ ...amounts, destination: raw.id })).rejects.toMatchObject({
      code: "insufficient_capabilities_for_transfer",
    });
    const destination = await onboarded();
    expect(await stripe.accounts.retrieve(destination)).toMatchObject({
      details_submitted: true,
      payouts_enabled: true,
    });
    const transfer = await stripe.transfers.create({ ...amounts, destination, transfer_group: "po_1" });
    expect((await stripe.transfers.list({ transfer_group: "po_1" })).data.map((one) => one.id)).toEqual([
      transfer.id,
    ]);
    const payout = await stripe.payouts.create(
      { amount: 2000, currency: "eur" },
      { stripeAccount: destination },
    );
    await expect(stripe.transfers.createReversal(transfer.id)).rejects.toMatchObject({
      code: "balance_insufficient",
    });
    await stripe.transfers.createReversal(transfer.id, { amount: 1000 });
    expect(await stripe.transfers.retrieve(transfer.id)).toMatchObject({
      amount_reversed: 1000,
      reversed: false,
    });
    await sandbox.control("POST", `/payouts/${payout.id}/settle`, { outcome: "paid" });
    await sandbox.control("POST", `/payouts/${payout.id}/settle`, { outcome: "failed" });
    const events = await stripe.events.list(
      { types: ["payout.paid", "payout.failed"] },
      { stripeAccount: destination },
    );
    expect(events.data.map((event) => event.type)).toEqual(["payout.failed", "payout.paid"]);
    const balance = await stripe.balance.retrieve({}, { stripeAccount: destination });
    expect(balance.available[0]).toMatchObject({ amount: 2000, currency: "eur" });
  });

  test("nobody transfers more than the platform has, and recipients wait a day", async () => {
    const destination = await onboarded({ tos_acceptance: { service_agreement: "recipient" } });
    await expect(
      stripe.transfers.create({ amount: 900_000_000, currency: "eur", destination }),
    ).rejects.toMatchObject({ code: "balance_insufficient" });
    await stripe.transfers.create({ amount: 500, currency: "eur", destination });
    const money = async () =>
      (await stripe.balance.retrieve({}, { stripeAccount: destination })).available[0]?.amount;
    expect(await money()).toBe(0);
    await sandbox.control("POST", "/clock", { advanceMs: 25 * 3_600_000 });
    expect(await money()).toBe(500);
  });
});
