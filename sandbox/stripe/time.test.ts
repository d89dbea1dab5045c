import type Stripe from "stripe";
import { afterEach, beforeEach, expect, test } from "vitest";
import { addInterval } from "./clock";
import { discard, startTestSandbox } from "./testing";
import type { TestSandbox } from "./testing";

const DAY_MS = 86_400_000;

let sandbox: TestSandbox;
let stripe: Stripe;

beforeEach(async () => {
  sandbox = await startTestSandbox();
  stripe = sandbox.stripe;
});
afterEach(() => discard(sandbox));

async function subscribe(
  method: string,
  extra: Partial<Stripe.SubscriptionCreateParams> = {},
): Promise<Stripe.Subscription> {
  const customer = await stripe.customers.create({ email: "s@example.com" });
  const product = await stripe.products.create({ name: "Tea" });
  const price = await stripe.prices.create({
    product: product.id,
    currency: "eur",
    unit_amount: 1900,
    recurring: { interval: "month" },
  });
  return stripe.subscriptions.create({
    customer: customer.id,
    items: [{ price: price.id }],
    default_payment_method: method,
    ...extra,
  });
}

const invoicesOf = async (subscription: string) =>
  (await stripe.invoices.list({ subscription })).data.map((invoice) => [invoice.status, invoice.amount_due]);

test("months that go by are billed one by one, each on its day", async () => {
  const subscription = await subscribe("pm_card_visa");
  await stripe.customers.createBalanceTransaction(String(subscription.customer), {
    amount: -1000,
    currency: "eur",
  });
  await sandbox.control("POST", "/clock", { advanceMs: 65 * DAY_MS });
  expect(await invoicesOf(subscription.id)).toEqual([
    ["paid", 1900],
    ["paid", 900],
    ["paid", 1900],
  ]);
  const [newest] = (await stripe.invoices.list({ subscription: subscription.id })).data;
  const second = addInterval(addInterval(subscription.created, "month", 1), "month", 1, subscription.created);
  expect(newest?.created).toBe(second);
});

test("the next-month button bills without moving the clock", async () => {
  const subscription = await subscribe("pm_card_visa");
  const before = await sandbox.control<{ offsetMs: number }>("GET", "/clock");
  await sandbox.control("POST", `/subscriptions/${subscription.id}/next-month`);
  expect(await invoicesOf(subscription.id)).toHaveLength(2);
  expect(await sandbox.control("GET", "/clock")).toMatchObject({ offsetMs: before.offsetMs });
});

test("a renewal that fails leaves an open invoice and a subscription past due", async () => {
  const subscription = await subscribe("pm_card_chargeCustomerFail");
  await sandbox.control("POST", `/subscriptions/${subscription.id}/next-month`);
  const { latest_invoice: latest, status } = await stripe.subscriptions.retrieve(subscription.id, {
    expand: ["latest_invoice"],
  });
  expect(status).toBe("past_due");
  const invoice = latest as Stripe.Invoice;
  expect(invoice).toMatchObject({ status: "open", amount_remaining: 1900, attempt_count: 1 });
  const paid = await stripe.invoices.pay(String(invoice.id), { payment_method: "pm_card_visa" });
  expect(paid.status).toBe("paid");
  const types = (await stripe.events.list({ limit: 100 })).data.map((event) => event.type);
  expect(types).toEqual(
    expect.arrayContaining(["invoice.payment_failed", "invoice.paid", "customer.subscription.updated"]),
  );
});

test("a subscription that ends with its period is deleted then, not before", async () => {
  const subscription = await subscribe("pm_card_visa");
  await stripe.subscriptions.update(subscription.id, { cancel_at_period_end: true });
  await sandbox.control("POST", "/clock", { advanceMs: 20 * DAY_MS });
  expect((await stripe.subscriptions.retrieve(subscription.id)).status).toBe("active");
  await sandbox.control("POST", "/clock", { advanceMs: 20 * DAY_MS });
  expect((await stripe.subscriptions.retrieve(subscription.id)).status).toBe("canceled");
  expect(await invoicesOf(subscription.id)).toHaveLength(1);
});

test("a coupon counts as often as its duration says", async () => {
  const once = (await stripe.coupons.create({ percent_off: 50, duration: "once" })).id;
  const always = (await stripe.coupons.create({ percent_off: 10, duration: "forever" })).id;
  const one = await subscribe("pm_card_visa", { discounts: [{ coupon: once }] });
  const other = await subscribe("pm_card_visa", { discounts: [{ coupon: always }] });
  await sandbox.control("POST", "/clock", { advanceMs: 32 * DAY_MS });
  expect(await invoicesOf(one.id)).toEqual([
    ["paid", 1900],
    ["paid", 950],
  ]);
  expect(await invoicesOf(other.id)).toEqual([
    ["paid", 1710],
    ["paid", 1710],
  ]);
});

test("a trial bills nothing until it ends", async () => {
  const subscription = await subscribe("pm_card_visa", { trial_period_days: 14 });
  expect(subscription.status).toBe("trialing");
  expect(await invoicesOf(subscription.id)).toEqual([["paid", 0]]);
  await sandbox.control("POST", "/clock", { advanceMs: 15 * DAY_MS });
  expect((await stripe.subscriptions.retrieve(subscription.id)).status).toBe("active");
  expect(await invoicesOf(subscription.id)).toEqual([
    ["paid", 1900],
    ["paid", 0],
  ]);
});

test("sessions and promotion codes expire when their time has come", async () => {
  const coupon = (await stripe.coupons.create({ percent_off: 50 })).id;
  const now = Math.floor(Date.now() / 1000);
  const code = await stripe.promotionCodes.create({
    promotion: { type: "coupon", coupon },
    expires_at: now + 3600,
  });
  const session = await stripe.checkout.sessions.create({
    mode: "payment",
    success_url: "http://localhost/",
    line_items: [
      { price_data: { currency: "eur", unit_amount: 100, product_data: { name: "Tea" } }, quantity: 1 },
    ],
  });
  await sandbox.control("POST", "/clock", { advanceMs: 2 * DAY_MS });
  expect((await stripe.promotionCodes.retrieve(code.id)).active).toBe(false);
  expect((await stripe.checkout.sessions.retrieve(session.id)).status).toBe("expired");
});

test("the clock can be set back for a history and keeps its place over a restart", async () => {
  await sandbox.control("POST", "/clock", { setTo: "2026-03-01T10:00:00Z" });
  const customer = await stripe.customers.create({ email: "old@example.com" });
  expect(new Date(customer.created * 1000).toISOString().slice(0, 10)).toBe("2026-03-01");
  await sandbox.close();
  const { dataDir } = sandbox;
  sandbox = await startTestSandbox(dataDir);
  expect((await sandbox.control<{ now: string }>("GET", "/clock")).now.slice(0, 10)).toBe("2026-03-01");
});

test.each([
  ["2026-01-31T12:00:00Z", 1, "2026-02-28T12:00:00Z"],
  ["2028-01-31T12:00:00Z", 1, "2028-02-29T12:00:00Z"],
  ["2026-11-30T23:59:59Z", 3, "2027-02-28T23:59:59Z"],
])("%s plus %i months is %s", (start, months, end) => {
  expect(addInterval(Date.parse(start) / 1000, "month", months)).toBe(Date.parse(end) / 1000);
});

test("a month after a short month is back on the first day of billing", () => {
  const anchor = Date.parse("2026-01-31T12:00:00Z") / 1000;
  const march = addInterval(addInterval(anchor, "month", 1, anchor), "month", 1, anchor);
  expect(new Date(march * 1000).toISOString()).toBe("2026-03-31T12:00:00.000Z");
});
