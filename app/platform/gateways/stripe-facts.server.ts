import { stripeCall, stripeClient, stripeFind, type StripeClient } from "./stripe.server";

/*
 * Reads of objects that facts are made from. They return what Stripe sent, unparsed: the commerce room checks the
 * shape. Null means that Stripe does not know the object.
 */

export async function readInvoice(id: string, stripe: StripeClient = stripeClient()): Promise<unknown> {
  return await stripeFind(() => stripe.invoices.retrieve(id, { expand: ["payments", "discounts.promotion_code", "customer"] }));
}

export async function readPaymentIntent(id: string, stripe: StripeClient = stripeClient()): Promise<unknown> {
  return await stripeFind(() => stripe.paymentIntents.retrieve(id, { expand: ["latest_charge.balance_transaction", "customer"] }));
}

/** The invoice a payment intent paid; intents themselves no longer say it. */
export async function readInvoicePaymentOf(intentId: string, stripe: StripeClient = stripeClient()): Promise<unknown> {
  const payment = { type: "payment_intent", payment_intent: intentId } as const;
  const list = await stripeFind(() => stripe.invoicePayments.list({ payment, limit: 1 }));
  return list?.data[0] ?? null;
}

/** The Checkout session behind a payment or a subscription, with its basket and codes. */
export async function readSessionOf(
  by: { payment_intent: string } | { subscription: string } | { id: string },
  stripe: StripeClient = stripeClient(),
): Promise<unknown> {
  const id = "id" in by ? by.id : (await stripeFind(() => stripe.checkout.sessions.list({ ...by, limit: 1 })))?.data[0]?.id;
  // Expanding inside a list would go deeper than the four levels Stripe allows.
  const expand = ["line_items.data.price.product", "discounts.promotion_code"];
  return id ? await stripeFind(() => stripe.checkout.sessions.retrieve(id, { expand })) : null;
}

export async function readSubscription(id: string, stripe: StripeClient = stripeClient()): Promise<unknown> {
  return await stripeFind(() => stripe.subscriptions.retrieve(id, { expand: ["discounts.promotion_code"] }));
}

export async function readProducts(ids: string[], stripe: StripeClient = stripeClient()): Promise<unknown[]> {
  if (ids.length === 0) return [];
  return (await stripeCall(() => stripe.products.list({ ids, limit: 100 }))).data;
}

export async function readCustomer(id: string, stripe: StripeClient = stripeClient()): Promise<unknown> {
  return await stripeFind(() => stripe.customers.retrieve(id));
}

/** When a customer paid for the first time we can see, before a moment; null when never (A17). */
export async function readEarlierPayment(
  customerId: string,
  before: Date,
  stripe: StripeClient = stripeClient(),
): Promise<Date | null> {
  const created = { lt: Math.floor(before.getTime() / 1000) };
  const charges = await stripeCall(() => stripe.charges.list({ customer: customerId, created, limit: 100 }));
  const paid = charges.data.filter(({ status, amount }) => status === "succeeded" && amount > 0);
  return paid.length === 0 ? null : new Date(Math.min(...paid.map((charge) => charge.created)) * 1000);
}

export async function readRefund(id: string, stripe: StripeClient = stripeClient()): Promise<unknown> {
  return await stripeFind(() => stripe.refunds.retrieve(id));
}

export async function readRefundsOfCharge(chargeId: string, stripe: StripeClient = stripeClient()): Promise<unknown[]> {
  return (await stripeFind(() => stripe.refunds.list({ charge: chargeId, limit: 100 })))?.data ?? [];
}

export async function readDispute(id: string, stripe: StripeClient = stripeClient()): Promise<unknown> {
  return await stripeFind(() => stripe.disputes.retrieve(id));
}

export async function readCreditNote(id: string, stripe: StripeClient = stripeClient()): Promise<unknown> {
  return await stripeFind(() => stripe.creditNotes.retrieve(id));
}

/** An event as the list tells it, with the JSON text it came in. */
export interface ListedEvent {
  id: string;
  type: string;
  apiVersion: string | null;
  createdAt: Date;
  json: string;
}

/** One page of our own account's events since a moment, newest first; `next` leads to the page after it. */
export async function listEvents(
  page: { since: Date; after: string | null },
  stripe: StripeClient = stripeClient(),
): Promise<{ events: ListedEvent[]; next: string | null }> {
  const created = { gte: Math.floor(page.since.getTime() / 1000) };
  const list = await stripeCall(() =>
    stripe.events.list({ created, limit: 100, ...(page.after && { starting_after: page.after }) }),
  );
  const events = list.data
    .filter(({ account }) => account === undefined)
    .map((event) => ({
      id: event.id,
      type: event.type,
      apiVersion: event.api_version,
      createdAt: new Date(event.created * 1000),
      json: JSON.stringify(event),
    }));
  return { events, next: list.has_more ? (list.data.at(-1)?.id ?? null) : null };
}
