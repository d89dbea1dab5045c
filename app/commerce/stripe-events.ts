/** Every kind of event a webhook endpoint of ours subscribes to (N5). Each is read as a fact, in any order. */
export const STRIPE_EVENTS = [
  "checkout.session.completed", "checkout.session.async_payment_succeeded", "checkout.session.async_payment_failed",
  "checkout.session.expired",
  "customer.created", "customer.updated", "customer.deleted",
  "customer.subscription.created", "customer.subscription.updated", "customer.subscription.deleted",
  "customer.subscription.paused", "customer.subscription.resumed",
  "invoice.paid", "invoice.payment_failed", "invoice.voided", "invoice.marked_uncollectible", "invoice_payment.paid",
  "payment_intent.succeeded", "charge.updated",
  "charge.refunded", "refund.created", "refund.updated", "refund.failed",
  "charge.dispute.created", "charge.dispute.updated", "charge.dispute.closed", "charge.dispute.funds_withdrawn",
  "charge.dispute.funds_reinstated",
  "credit_note.created", "credit_note.updated", "credit_note.voided",
  "radar.early_fraud_warning.created",
  "promotion_code.created", "promotion_code.updated", "coupon.deleted",
  "transfer.created", "transfer.updated", "transfer.reversed",
  "payout.created", "payout.updated", "payout.paid", "payout.failed", "payout.canceled", "payout.reconciliation_completed",
  "account.updated", "account.application.deauthorized",
] as const;

/** What an endpoint for connected accounts hears: how champions who are paid in cash stand at Stripe. */
export const CONNECT_EVENTS = ["account.updated", "account.application.deauthorized", "payout.paid", "payout.failed"] as const;

/** Whether an event tells of a connected account rather than of a payment. */
export const isConnectEvent = (type: string): boolean => CONNECT_EVENTS.some((one) => one === type);

/** What a fact is about, and under which id of Stripe's everything known about it is found. */
export type StripeSubject =
  | { about: "customer" | "subscription" | "refund" | "dispute" | "credit_note"; id: string }
  | { about: "payment"; invoice: string | null; intent: string | null; session: string | null }
  | { about: "refunds_of_charge" | "fraud_warning"; id: string };

const KIND_OF_OBJECT: Record<string, "customer" | "subscription" | "refund" | "dispute" | "credit_note"> = {
  customer: "customer", subscription: "subscription", refund: "refund", dispute: "dispute", credit_note: "credit_note",
};

/** Events whose object is a payment or a part of one; the others about these objects say that nothing was paid. */
const PAYMENT_EVENTS = new Set([
  "checkout.session.completed", "checkout.session.async_payment_succeeded", "invoice.paid", "invoice_payment.paid",
  "payment_intent.succeeded", "charge.updated",
]);

/**
 * What an event is about; null when it tells nothing this product acts on.
 * @param object the event's object as it was sent
 */
export function subjectOf(type: string, object: Record<string, unknown>): StripeSubject | null {
  const id = idOf(object);
  if (!id) return null;
  const kind = KIND_OF_OBJECT[String(object.object)];
  if (kind) return { about: kind, id };
  if (type === "radar.early_fraud_warning.created") return { about: "fraud_warning", id };
  if (type === "charge.refunded") return { about: "refunds_of_charge", id };
  if (!PAYMENT_EVENTS.has(type)) return null;
  const payment = { about: "payment", invoice: null, intent: null, session: null } as const;
  switch (object.object) {
    case "invoice":
      return { ...payment, invoice: id };
    case "payment_intent":
      return { ...payment, intent: id };
    case "charge":
      return { ...payment, intent: idOf(object.payment_intent) };
    case "invoice_payment":
      return { ...payment, invoice: idOf(object.invoice) };
    case "checkout.session":
      return { ...payment, session: id, invoice: idOf(object.invoice), intent: idOf(object.payment_intent) };
    default:
      return null;
  }
}

function idOf(value: unknown): string | null {
  if (typeof value === "string") return value;
  return typeof value === "object" && value !== null && "id" in value && typeof value.id === "string" ? value.id : null;
}
