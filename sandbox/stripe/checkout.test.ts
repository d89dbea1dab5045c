import type Stripe from "stripe";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { discard, openBasket, payByForm, startReceiver, startTestSandbox } from "./testing";
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

describe("a Checkout session", () => {
  test("is paid with a form and arrives as signed webhooks", async () => {
    const session = await openBasket(sandbox);
    expect(session.amount_total).toBe(2500);
    const page = await fetch(session.url ?? "", { headers: { "accept-language": "nl" } });
    const markup = await page.text();
    expect(markup).toContain("Je bestelling");
    expect(markup).not.toContain("<script");
    // The session's inline price made a product and a price.
    await receiver.waitFor(2);
    const answer = await payByForm(session);
    expect(answer.status).toBe(303);
    expect(answer.headers.get("location")).toBe(`http://localhost:3003/thanks?session=${session.id}`);
    await receiver.waitFor(7);
    const events = receiver.received
      .slice(2)
      .map(({ body, signature }) => sandbox.stripe.webhooks.constructEvent(body, signature, secret));
    expect(events.map((event) => event.type).sort()).toEqual([
      "charge.succeeded",
      "checkout.session.completed",
      "customer.created",
      "payment_intent.created",
      "payment_intent.succeeded",
    ]);
    const told = events.find((event) => event.type === "checkout.session.completed");
    const completed = told?.data.object as Stripe.Checkout.Session;
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

  test("gives one card number one fingerprint, and another number another", async () => {
    const fingerprints: (string | null | undefined)[] = [];
    for (const card of ["4242424242424242", "4242424242424242", "5555555555554444"]) {
      const { id } = await openBasket(sandbox);
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

  test("cannot be paid twice, nor after it expired", async () => {
    const session = await openBasket(sandbox);
    await payByForm(session);
    await payByForm(session);
    const intents = await sandbox.stripe.events.list({ type: "checkout.session.completed" });
    expect(
      intents.data.filter((event) => (event.data.object as { id: string }).id === session.id),
    ).toHaveLength(1);
    const late = await openBasket(sandbox);
    await sandbox.stripe.checkout.sessions.expire(late.id);
    expect((await fetch(late.url ?? "")).status).toBe(410);
    await expect(sandbox.control("POST", "/pay", { session: late.id })).rejects.toThrow("not open");
  });

  test("completes unpaid when the money arrives later, and tells what became of it", async () => {
    const session = await openBasket(sandbox);
    await payByForm(session, { method: "later", cardNumber: "" });
    expect(await sandbox.stripe.checkout.sessions.retrieve(session.id)).toMatchObject({
      status: "complete",
      payment_status: "unpaid",
    });
    await sandbox.control("POST", `/sessions/${session.id}/settle`, { succeeds: true });
    expect((await sandbox.stripe.checkout.sessions.retrieve(session.id)).payment_status).toBe("paid");
    const [event] = (await sandbox.stripe.events.list({ type: "checkout.session.async_payment_succeeded" }))
      .data;
    expect((event?.data.object as { id: string }).id).toBe(session.id);
  });

  test("in subscription mode starts a subscription with a paid first invoice", async () => {
    const session = await openBasket(sandbox, {
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
    const paid = await sandbox.stripe.checkout.sessions.retrieve(session.id, {
      expand: ["subscription", "invoice.payments"],
    });
    expect(paid.subscription).toMatchObject({ status: "active", metadata: { vouch: "token_sub" } });
    const invoice = paid.invoice as Stripe.Invoice;
    expect(invoice).toMatchObject({
      amount_paid: 2100,
      billing_reason: "subscription_create",
      status: "paid",
    });
    expect(invoice.parent?.subscription_details?.metadata).toEqual({ vouch: "token_sub" });
    expect(invoice.payments?.data[0]?.payment.payment_intent).toMatch(/^pi_/);
    expect(paid.payment_intent).toBeNull();
  });
});
