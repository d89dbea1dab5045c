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
});
