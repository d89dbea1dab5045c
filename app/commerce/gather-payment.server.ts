import type { z } from "zod";
import {
  readCustomer, readEarlierPayment, readInvoice, readInvoicePaymentOf, readPaymentIntent, readProducts, readSessionOf,
  readSubscription,
} from "~/platform/gateways/stripe-facts.server";
import type { StripeClient } from "~/platform/gateways/stripe.server";
import type { StripeSubject } from "./stripe-events";
import { readCustomerTold, type CustomerTold, type StripeFacts } from "./stripe-facts";
import { groupInMetadata, type GroupOfProduct } from "./stripe-lines";
import { paidIntentOf, readPayment, subscriptionIdOf } from "./stripe-payment";
import {
  customerShape, intentShape, invoicePaymentShape, invoiceShape, productShape, sessionShape, subscriptionShape,
  type StripeCustomer, type StripeInvoice,
} from "./stripe-shapes";

/** A customer made within a minute of the payment was made for it: nobody paid as that customer before. */
const NEW_CUSTOMER_MS = 60_000;

type PaymentSubject = Extract<StripeSubject, { about: "payment" }>;

/**
 * Collects every piece of one payment, whichever of its events came: bill, payment, checkout and subscription, each as
 * Stripe has it now, else as the event carried it.
 */
export async function gatherPayment(
  subject: PaymentSubject,
  sent: Record<string, unknown>,
  stripe: StripeClient,
): Promise<Partial<StripeFacts>> {
  const piece = async <Shape extends z.ZodType>(shape: Shape, object: string, now: Promise<unknown> | null) => {
    const present = (await now) ?? (sent.object === object ? sent : null);
    return present === null ? null : shape.parse(present);
  };
  const intentNow = (id: string | null) => piece(intentShape, "payment_intent", id ? readPaymentIntent(id, stripe) : null);

  const named = subject.intent ? await intentNow(subject.intent) : null;
  const invoiceId = subject.invoice ?? (subject.intent ? await invoicePaidBy(subject.intent, stripe) : null);
  const invoice = await piece(invoiceShape, "invoice", invoiceId ? readInvoice(invoiceId, stripe) : null);
  const intent = named ?? (await intentNow(paidIntentOf(invoice)));
  const subscriptionId = subscriptionIdOf({ invoice });
  const by = sessionNamedBy({ subscriptionId, intentId: intent?.id ?? null, sessionId: subject.session });
  const session = await piece(sessionShape, "checkout.session", by && readSessionOf(by, stripe));
  const subscription = await piece(subscriptionShape, "subscription", subscriptionId ? readSubscription(subscriptionId, stripe) : null);

  const payment = readPayment({ invoice, intent, session, subscription, groupOf: await groupsOf(invoice, stripe) });
  if (!payment) return session?.payment_status === "no_payment_required" ? { codesOfFreeOrder: session.discounts } : {};
  const customer = await customerOf(payment.customer, stripe);
  return { payment, customer, paidSince: await paidSinceOf(customer, payment.purchase.occurredAt, stripe) };
}

interface NamesOfSession {
  subscriptionId: string | null;
  intentId: string | null;
  sessionId: string | null;
}

function sessionNamedBy({ subscriptionId, intentId, sessionId }: NamesOfSession) {
  if (subscriptionId) return { subscription: subscriptionId };
  if (intentId) return { payment_intent: intentId };
  return sessionId === null ? null : { id: sessionId };
}

/** A customer by id, or as they were read along with something else; null for a guest. */
export async function customerOf(customer: StripeCustomer | string | null, stripe: StripeClient): Promise<CustomerTold | null> {
  if (typeof customer === "object") return customer && readCustomerTold(customer);
  const present = await readCustomer(customer, stripe);
  return present === null ? null : readCustomerTold(customerShape.parse(present));
}

async function invoicePaidBy(intentId: string, stripe: StripeClient): Promise<string | null> {
  const found = await readInvoicePaymentOf(intentId, stripe);
  return found === null ? null : invoicePaymentShape.parse(found).invoice;
}

/** A17: only a customer who was there before this payment can have paid earlier. */
async function paidSinceOf(customer: CustomerTold | null, paidAt: Date, stripe: StripeClient): Promise<Date | null> {
  if (!customer?.knownSince || customer.knownSince.getTime() > paidAt.getTime() - NEW_CUSTOMER_MS) return null;
  return await readEarlierPayment(customer.stripeCustomerId, paidAt, stripe);
}

async function groupsOf(invoice: StripeInvoice | null, stripe: StripeClient): Promise<GroupOfProduct> {
  const ids = new Set((invoice?.lines ?? []).flatMap((line) => line.pricing?.price_details?.product ?? []));
  const products = (await readProducts([...ids], stripe)).map((product) => productShape.parse(product));
  const groups = new Map(products.map(({ id, metadata }) => [id, groupInMetadata(metadata)]));
  return (id) => groups.get(id);
}
