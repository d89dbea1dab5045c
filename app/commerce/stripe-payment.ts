import { divideRounded } from "~/platform/money";
import { handOverIn, joinHandOver, tokensInReference } from "./hand-over";
import type { PurchaseFacts } from "./purchase";
import { linesOfInvoice, linesOfSession, type GroupOfProduct } from "./stripe-lines";
import type { StripeCustomer, StripeIntent, StripeInvoice, StripeSession, StripeSubscription } from "./stripe-shapes";

/** Everything Stripe holds about one payment. Any of it may be missing; together they tell one purchase. */
export interface PaymentPieces {
  invoice: StripeInvoice | null;
  intent: StripeIntent | null;
  session: StripeSession | null;
  subscription: StripeSubscription | null;
  groupOf: GroupOfProduct;
}

/** A purchase together with who paid, before the person is reduced to a customer row and keyed hashes. */
export interface PaymentTold {
  purchase: PurchaseFacts;
  /** Who paid: the customer as read together with the payment, or only the id; null for a guest. */
  customer: StripeCustomer | string | null;
  email: string | null;
  fingerprint: string | null;
  /** How risky Stripe found it (R12): `normal`, `elevated`, `highest`, …; null when it did not say. */
  riskLevel: string | null;
}

/**
 * Reads the pieces of a payment. Null when nothing was paid: unpaid or still on its way, a trial, a bill of zero (W3).
 * The key is the invoice where there is one, else the payment intent (M10).
 */
export function readPayment(pieces: PaymentPieces): PaymentTold | null {
  const { invoice, intent, session } = pieces;
  const amounts = paidAmounts(pieces);
  const paymentIntentId = intent?.id ?? session?.payment_intent ?? paidIntentOf(invoice);
  const key = invoice?.id ?? paymentIntentId;
  if (!amounts || !key || amounts.paid <= 0) return null;
  const charge = chargeOf(intent);
  return {
    purchase: {
      key,
      paymentIntentId,
      invoiceId: invoice?.id ?? null,
      checkoutSessionId: session?.id ?? null,
      subscriptionId: subscriptionIdOf(pieces),
      occurredAt: charge?.created ?? invoice?.status_transitions?.paid_at ?? momentOf(pieces),
      settlesAt: settlementOf(charge),
      currency: amounts.currency,
      paidMinor: BigInt(amounts.paid),
      taxMinor: paidPartOf(amounts.tax, amounts),
      shippingMinor: paidPartOf(amounts.shipping, amounts),
      discountMinor: BigInt(Math.max(0, amounts.discount)),
      ...handedOver(pieces),
      byProvider: true,
      lines: invoice ? linesOfInvoice(invoice, pieces.groupOf) : linesOfSession(session),
    },
    customer: invoice?.customer ?? intent?.customer ?? session?.customer ?? charge?.customer ?? null,
    email:
      session?.customer_details?.email ??
      invoice?.customer_email ??
      charge?.billing_details?.email ??
      intent?.receipt_email ??
      null,
    fingerprint: fingerprintOf(charge),
    riskLevel: charge?.outcome?.risk_level ?? null,
  };
}

interface Amounts {
  currency: string;
  paid: number;
  total: number;
  tax: number;
  shipping: number;
  discount: number;
}

function paidAmounts({ invoice, intent, session }: PaymentPieces): Amounts | null {
  if (invoice) {
    if (invoice.status !== "paid") return null;
    return {
      currency: invoice.currency,
      paid: invoice.amount_paid,
      total: invoice.total,
      tax: sum(invoice.total_taxes),
      shipping: invoice.shipping_cost?.amount_subtotal ?? 0,
      discount: sum(invoice.total_discount_amounts),
    };
  }
  const paid = intent ? (intent.status === "succeeded" ? intent.amount_received : 0) : paidInSession(session);
  const currency = intent?.currency ?? session?.currency;
  if (!currency) return null;
  return {
    currency,
    paid,
    total: session?.amount_total ?? paid,
    tax: session?.total_details?.amount_tax ?? 0,
    shipping: session?.total_details?.amount_shipping ?? 0,
    discount: session?.total_details?.amount_discount ?? 0,
  };
}

/** `completed` with `unpaid` is no sale: the money may still fail to arrive. */
function paidInSession(session: StripeSession | null): number {
  return session?.mode === "payment" && session.payment_status === "paid" ? session.amount_total : 0;
}

/** Of a bill paid in part, tax and shipping were paid in the same part (W4). */
function paidPartOf(amount: number, { paid, total }: Amounts): bigint {
  if (amount <= 0 || total <= 0) return 0n;
  const share = paid >= total ? BigInt(amount) : divideRounded(BigInt(amount) * BigInt(paid), BigInt(total));
  return share < BigInt(paid) ? share : BigInt(paid);
}

function handedOver({ session, subscription, intent, invoice }: PaymentPieces) {
  return joinHandOver([
    { clickTokens: tokensInReference(session?.client_reference_id ?? null) },
    { ...handOverIn(session?.metadata ?? {}), codes: session?.discounts },
    { ...handOverIn(subscription?.metadata ?? {}), codes: subscription?.discounts },
    handOverIn(invoice?.parent?.subscription_details?.metadata ?? {}),
    handOverIn(intent?.metadata ?? {}),
    { ...handOverIn(invoice?.metadata ?? {}), codes: invoice?.discounts },
  ]);
}

/** The payment intent that paid an invoice, when it says so. */
export function paidIntentOf(invoice: StripeInvoice | null): string | null {
  const payments = invoice?.payments ?? [];
  return (payments.find(({ status }) => status === "paid") ?? payments[0])?.payment.payment_intent ?? null;
}

export function subscriptionIdOf({ invoice, session, subscription }: Partial<PaymentPieces>): string | null {
  return invoice?.parent?.subscription_details?.subscription ?? session?.subscription ?? subscription?.id ?? null;
}

function chargeOf(intent: StripeIntent | null) {
  const charge = intent?.latest_charge;
  return typeof charge === "object" ? charge : null;
}

function settlementOf(charge: ReturnType<typeof chargeOf>): Date | null {
  const line = charge?.balance_transaction;
  return typeof line === "object" ? (line?.available_on ?? null) : null;
}

function fingerprintOf(charge: ReturnType<typeof chargeOf>): string | null {
  for (const details of Object.values(charge?.payment_method_details ?? {})) {
    const fingerprint = typeof details === "object" && details !== null && "fingerprint" in details && details.fingerprint;
    if (typeof fingerprint === "string") return fingerprint;
  }
  return null;
}

function momentOf({ invoice, intent, session }: PaymentPieces): Date {
  const moment = invoice?.created ?? intent?.created ?? session?.created;
  if (!moment) throw new TypeError("a payment without any piece");
  return moment;
}

function sum(amounts: readonly { amount: number }[] | null | undefined): number {
  return (amounts ?? []).reduce((total, { amount }) => total + amount, 0);
}
