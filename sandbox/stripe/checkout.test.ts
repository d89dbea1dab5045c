import Stripe from "stripe";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { discard, startReceiver, startTestSandbox } from "./testing";
import type { Receiver, TestSandbox } from "./testing";

let sandbox: TestSandbox;
let receiver: Receiver;
let secret: string;

beforeAll(async () => {
  sandbox = await startTestSandbox();
  receiver = await startReceiver();
  const endpoint = await sandbox.stripe.webhookEndpoints.create({ url: receiver.url, enabled_events: ["*"] });
  secret = endpoint.secret ?? "";
});

afterAll(async () => {
  await receiver.close();
  await discard(sandbox);
});

function openSession(extra: Partial<Stripe.Checkout.SessionCreateParams> = {}) {
  return sandbox.stripe.checkout.sessions.create({
    mode: "payment",
    line_items: [
      {
        quantity: 2,
        price_data: { currency: "eur", unit_amount: 1250, product_data: { name: "Notebook", metadata: { group: "paper" } } },
      },
    ],
    success_url: "http://localhost:3003/thanks?session={CHECKOUT_SESSION_ID}",
    cancel_url: "http://localhost:3003/basket",
    client_reference_id: "token_abc",
    metadata: { vouch: "token_abc" },
    payment_intent_data: { metadata: { vouch: "token_abc" } },
    allow_promotion_codes: true,
    customer_creation: "always",
    ...extra,
  });
}

describe("a Checkout session on the hosted page", () => {
  test("is paid with a form and arrives as signed webhooks", async () => {
    const session = await openSession();
    expect(session.amount_total).toBe(2500);
    const page = await fetch(session.url ?? "", { headers: { "accept-language": "nl" } });
    const markup = await page.text();
    expect(markup).toContain("Je bestelling");
    expect(markup).not.toContain("<script");
    receiver.received.length = 0;
    const answer = await fetch(session.url ?? "", {
      method: "POST",
      redirect: "manual",
      body: new URLSearchParams({
        action: "pay",
        email: "friend@example.com",
        cardNumber: "4242 4242 4242 4242",
        expiry: "12/34",
        cvc: "123",
      }),
    });
    expect(answer.status).toBe(303);
    expect(answer.headers.get("location")).toBe(`http://localhost:3003/thanks?session=${session.id}`);
    await receiver.waitFor(5);
    const events = receiver.received.map(({ body, signature }) =>
      sandbox.stripe.webhooks.constructEvent(body, signature, secret),
    );
    expect(events.map((event) => event.type)).toEqual([
      "customer.created",
      "payment_intent.created",
      "charge.succeeded",
      "payment_intent.succeeded",
      "checkout.session.completed",
    ]);
    const completed = events.at(-1)?.data.object as Stripe.Checkout.Session;
    expect(completed).toMatchObject({
      client_reference_id: "token_abc",
      metadata: { vouch: "token_abc" },
      payment_status: "paid",
      status: "complete",
      customer_details: { email: "friend@example.com" },
    });
    const intent = await sandbox.stripe.paymentIntents.retrieve(String(completed.payment_intent), {
      expand: ["latest_charge.balance_transaction"],
    });
    expect(intent.metadata).toEqual({ vouch: "token_abc" });
    const charge = intent.latest_charge as Stripe.Charge;
    expect(charge.payment_method_details?.card?.fingerprint).toMatch(/^\w{16}$/);
    expect((charge.balance_transaction as Stripe.BalanceTransaction).amount).toBe(2500);
  });

  test("declines the cards that decline, says why and stays open", async () => {
    const session = await openSession();
    const declined = await payByForm(session, { cardNumber: "4000 0000 0000 0002" });
    expect(declined.status).toBe(402);
    expect(await declined.text()).toContain("The card was declined by the bank. Nothing was paid.");
    const poor = await payByForm(session, { cardNumber: "4000000000009995" });
    expect(await poor.text()).toContain("there is not enough money on it");
    expect((await sandbox.stripe.checkout.sessions.retrieve(session.id)).status).toBe("open");
    const failed = await sandbox.stripe.events.list({ type: "charge.failed", limit: 2 });
    expect(failed.data.map((event) => (event.data.object as Stripe.Charge).outcome?.reason)).toEqual([
      "insufficient_funds",
      "generic_decline",
    ]);
    expect((await payByForm(session)).status).toBe(303);
  });

  test("keeps what was typed and names each field that is wrong", async () => {
    const session = await openSession();
    const answer = await payByForm(session, { email: "no address", cardNumber: "4242", expiry: "12/20", cvc: "x" });
    expect(answer.status).toBe(400);
    const markup = await answer.text();
    for (const name of ["email", "cardNumber", "expiry", "cvc"]) expect(markup).toContain(`id="${name}-error"`);
    expect(markup).toContain('value="no address"');
    expect((await payByForm(session, { email: '"><script>alert(1)</script>@' })).status).toBe(400);
  });

  test("takes a promotion code in any case and says why another is refused", async () => {
    const coupon = await sandbox.stripe.coupons.create({ amount_off: 500, currency: "eur", duration: "once" });
    await sandbox.stripe.promotionCodes.create({
      promotion: { type: "coupon", coupon: coupon.id },
      code: "ANNA5",
      max_redemptions: 1,
    });
    const session = await openSession();
    const unknown = await payByForm(session, { action: "apply", code: "BEN" });
    expect(await unknown.text()).toContain("We do not know this code.");
    const applied = await payByForm(session, { action: "apply", code: "anna5" });
    expect(applied.status).toBe(303);
    const discounted = await sandbox.stripe.checkout.sessions.retrieve(session.id, { expand: ["line_items"] });
    expect(discounted.amount_total).toBe(2000);
    expect(discounted.line_items?.data[0]).toMatchObject({ amount_discount: 500, amount_total: 2000 });
    await payByForm(session, { action: "remove" });
    expect((await sandbox.stripe.checkout.sessions.retrieve(session.id)).amount_total).toBe(2500);
    expect((await payByForm(session, { code: "Anna5" })).status).toBe(303);
    const late = await payByForm(await openSession(), { code: "ANNA5" });
    expect(await late.text()).toContain("used as often as it may be");
  });

  test("refuses a first-purchase code to a customer who has paid before", async () => {
    const coupon = await sandbox.stripe.coupons.create({ percent_off: 10, duration: "once" });
    await sandbox.stripe.promotionCodes.create({
      promotion: { type: "coupon", coupon: coupon.id },
      code: "FIRST",
      restrictions: { first_time_transaction: true },
    });
    const customer = await sandbox.stripe.customers.create({ email: "twice@example.com" });
    const buyer = { customer: customer.id, customer_creation: undefined };
    expect((await payByForm(await openSession(buyer), { code: "FIRST" })).status).toBe(303);
    expect(await (await payByForm(await openSession(buyer), { code: "FIRST" })).text()).toContain("first purchase only");
  });

  test("gives one card number one fingerprint, and another number another", async () => {
    const fingerprints: (string | null | undefined)[] = [];
    for (const card of ["4242424242424242", "4242424242424242", "5555555555554444"]) {
      const { id } = await openSession();
      await sandbox.control("POST", "/pay", { session: id, email: "a@example.com", card });
      const { payment_intent: intent } = await sandbox.stripe.checkout.sessions.retrieve(id, {
        expand: ["payment_intent.latest_charge"],
      });
      const charge = (intent as Stripe.PaymentIntent).latest_charge as Stripe.Charge;
      fingerprints.push(charge.payment_method_details?.card?.fingerprint);
    }
    expect(fingerprints[0]).toBe(fingerprints[1]);
    expect(fingerprints[2]).not.toBe(fingerprints[0]);
  });

  test("does not take a form from another site", async () => {
    const session = await openSession();
    const foreign = await payByForm(session, {}, { "sec-fetch-site": "cross-site" });
    expect(foreign.status).toBe(403);
    const other = await payByForm(session, {}, { origin: "https://evil.example" });
    expect(other.status).toBe(403);
    expect((await sandbox.stripe.checkout.sessions.retrieve(session.id)).status).toBe("open");
  });

  test("cannot be paid twice, nor after it expired", async () => {
    const session = await openSession();
    await payByForm(session);
    await payByForm(session);
    const intents = await sandbox.stripe.events.list({ type: "checkout.session.completed" });
    expect(intents.data.filter((event) => (event.data.object as { id: string }).id === session.id)).toHaveLength(1);
    const late = await openSession();
    await sandbox.stripe.checkout.sessions.expire(late.id);
    expect((await fetch(late.url ?? "")).status).toBe(410);
    await expect(sandbox.control("POST", "/pay", { session: late.id })).rejects.toThrow("not open");
  });

  test("completes unpaid when the money arrives later, and tells what became of it", async () => {
    const session = await openSession();
    await payByForm(session, { method: "later", cardNumber: "" });
    expect(await sandbox.stripe.checkout.sessions.retrieve(session.id)).toMatchObject({
      status: "complete",
      payment_status: "unpaid",
    });
    await sandbox.control("POST", `/sessions/${session.id}/settle`, { succeeds: true });
    expect((await sandbox.stripe.checkout.sessions.retrieve(session.id)).payment_status).toBe("paid");
    const [event] = (await sandbox.stripe.events.list({ type: "checkout.session.async_payment_succeeded" })).data;
    expect((event?.data.object as { id: string }).id).toBe(session.id);
  });

  test("in subscription mode starts a subscription with a paid first invoice", async () => {
    const session = await openSession({
      mode: "subscription",
      customer_creation: undefined,
      payment_intent_data: undefined,
      subscription_data: { metadata: { vouch: "token_sub" } },
      line_items: [
        {
          quantity: 1,
          price_data: {
            currency: "eur",
            unit_amount: 2100,
            recurring: { interval: "month" },
            product_data: { name: "Tea every month" },
          },
        },
      ],
    });
    expect((await payByForm(session)).status).toBe(303);
    const paid = await sandbox.stripe.checkout.sessions.retrieve(session.id, { expand: ["subscription", "invoice.payments"] });
    expect(paid.subscription).toMatchObject({ status: "active", metadata: { vouch: "token_sub" } });
    const invoice = paid.invoice as Stripe.Invoice;
    expect(invoice).toMatchObject({ amount_paid: 2100, billing_reason: "subscription_create", status: "paid" });
    expect(invoice.parent?.subscription_details?.metadata).toEqual({ vouch: "token_sub" });
    expect(invoice.payments?.data[0]?.payment.payment_intent).toMatch(/^pi_/);
    expect(paid.payment_intent).toBeNull();
  });
});

function payByForm(session: Stripe.Checkout.Session, fields: Record<string, string> = {}, headers: HeadersInit = {}) {
  const form = { action: "pay", email: "friend@example.com", cardNumber: "4242424242424242", expiry: "12/34", cvc: "123" };
  return fetch(`${sandbox.url}/c/pay/${session.id}`, {
    method: "POST",
    redirect: "manual",
    headers: { "accept-language": "en", ...headers },
    body: new URLSearchParams({ ...form, ...fields }),
  });
}
