import { handOverIn, joinHandOver } from "./hand-over";
import { refundStatusOf, type RefundStatus } from "./refund-status";
import type { PaymentTold } from "./stripe-payment";
import type {
  StripeCreditNote, StripeCustomer, StripeDispute, StripeFraudWarning, StripeRefund, StripeSubscription,
} from "./stripe-shapes";

/** Somebody who buys, as a provider or a shop tells it. The address is reduced before anything is stored (P9). */
export interface CustomerTold {
  stripeCustomerId: string;
  email: string | null;
  externalId: string | null;
  organisationId: string | null;
  knownSince: Date | null;
  deleted: boolean;
}

export interface SubscriptionTold {
  key: string;
  stripeCustomerId: string | null;
  status: string;
  clickTokens: string[];
  codes: string[];
  startedAt: Date;
  endedAt: Date | null;
}

export interface RefundTold {
  key: string;
  /** The payment intent, or the invoice of a credit note. */
  paymentKey: string;
  amountMinor: bigint;
  currency: string;
  status: RefundStatus;
  kind: string;
  occurredAt: Date;
}

export interface DisputeTold {
  key: string;
  paymentKey: string;
  amountMinor: bigint;
  currency: string;
  status: string;
  fundsWithdrawn: boolean;
  occurredAt: Date;
}

/** Stripe warns early that a payment may be fraud (R12). */
export interface WarningTold {
  key: string;
  paymentKey: string;
  kind: string;
  occurredAt: Date;
}

/** Everything one event of Stripe's taught us. */
export interface StripeFacts {
  customer: CustomerTold | null;
  subscription: SubscriptionTold | null;
  payment: PaymentTold | null;
  /** The codes of an order of which they left nothing to pay: no purchase (W3), yet they were used. */
  codesOfFreeOrder: string[];
  /** The customer paid at this earlier moment, before we were told of payments (A17). */
  paidSince: Date | null;
  refunds: RefundTold[];
  dispute: DisputeTold | null;
  warning: WarningTold | null;
}

export const NO_FACTS: StripeFacts = {
  customer: null, subscription: null, payment: null, codesOfFreeOrder: [], paidSince: null, refunds: [], dispute: null, warning: null,
};

/** A shop ties a Stripe customer to its own numbers by metadata `vouch_external_id` and `vouch_organisation_id`. */
export function readCustomerTold(customer: StripeCustomer): CustomerTold {
  return {
    stripeCustomerId: customer.id,
    email: customer.email,
    externalId: shopId(customer.metadata.vouch_external_id),
    organisationId: shopId(customer.metadata.vouch_organisation_id),
    knownSince: customer.created,
    deleted: customer.deleted === true,
  };
}

export function readSubscriptionTold(subscription: StripeSubscription): SubscriptionTold {
  const handed = joinHandOver([{ ...handOverIn(subscription.metadata), codes: subscription.discounts }]);
  return {
    key: subscription.id,
    stripeCustomerId: subscription.customer,
    status: subscription.status,
    clickTokens: handed.clickTokens,
    codes: handed.codes,
    startedAt: subscription.start_date,
    endedAt: subscription.ended_at,
  };
}

/** Null for a refund of nothing, which takes nothing back. */
export function readRefundTold(refund: StripeRefund): RefundTold | null {
  const paymentKey = refund.payment_intent ?? refund.charge;
  if (!paymentKey || refund.amount <= 0) return null;
  return {
    key: refund.id,
    paymentKey,
    amountMinor: BigInt(refund.amount),
    currency: refund.currency,
    status: refundStatusOf(refund.status),
    kind: "refund",
    occurredAt: refund.created,
  };
}

/**
 * The part of a credit note that gives money back without a refund of its own, such as credit on the customer's
 * balance: refunds linked to the note are facts themselves, so that neither counts twice (M9). May be 0.
 */
export function readCreditNoteTold(note: StripeCreditNote): RefundTold {
  const linked = (note.refunds ?? []).reduce((sum, refund) => sum + refund.amount_refunded, 0);
  const unlinked = Math.max(0, note.post_payment_amount - linked);
  return {
    key: note.id,
    paymentKey: note.invoice,
    amountMinor: BigInt(unlinked),
    currency: note.currency,
    status: note.status === "void" || unlinked === 0 ? "canceled" : "succeeded",
    kind: "credit_note",
    occurredAt: note.created,
  };
}

export function readDisputeTold(dispute: StripeDispute): DisputeTold | null {
  const paymentKey = dispute.payment_intent ?? dispute.charge;
  if (!paymentKey) return null;
  const moved = (dispute.balance_transactions ?? []).reduce((sum, { amount }) => sum + amount, 0);
  return {
    key: dispute.id,
    paymentKey,
    amountMinor: BigInt(dispute.amount),
    currency: dispute.currency,
    status: dispute.status,
    // Withdrawals stand as negative lines, money that came back as positive ones.
    fundsWithdrawn: moved < 0,
    occurredAt: dispute.created,
  };
}

export function readWarningTold(warning: StripeFraudWarning): WarningTold {
  const { id: key, payment_intent: intent, charge, fraud_type: kind, created: occurredAt } = warning;
  return { key, paymentKey: intent ?? charge, kind, occurredAt };
}

/** An id of the shop's own, when it is one line of at most 100 characters. */
function shopId(value: string | undefined): string | null {
  return value !== undefined && /^[\x21-\x7e]([\x20-\x7e]{0,98}[\x21-\x7e])?$/.test(value) ? value : null;
}
