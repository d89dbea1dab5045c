import { newId } from "../identifiers";
import type { CheckoutSession, SessionDraft } from "../objects/checkout-session";
import { customerDetails, newCustomer } from "../objects/customer";
import type { Discount } from "../objects/discounts";
import type { PaymentMethod } from "../objects/payment";
import type { Sandbox } from "../sandbox";
import { declineOf, saveCard } from "./cards";
import { draftInvoice } from "./draft-invoice";
import type { InvoiceLineInput } from "./draft-invoice";
import { priceSession } from "./price-session";
import { redeem, refusalOf } from "./redeem-code";
import type { CodeRefusal, DiscountOwner } from "./redeem-code";
import { attachPaidIntent, finalizeInvoice } from "./settle-invoice";
import { startSubscription } from "./start-subscription";
import { chargeIntent, createIntent } from "./take-payment";

export interface Payer {
  email: string | null;
  name: string | null;
  cardNumber: string;
  /** The money arrives days later, as with a direct debit: the session completes unpaid. */
  settlesLater: boolean;
}

export type Completion =
  | { outcome: "completed"; session: CheckoutSession }
  | { outcome: "declined"; code: string; message: string }
  | { outcome: "code_refused"; refusal: CodeRefusal }
  | { outcome: "closed" };

/** Pays an open session as the hosted page's button does. */
export function completeSession(sandbox: Sandbox, id: string, payer: Payer): Completion {
  const { tables } = sandbox;
  const session = tables.sessions.get(id);
  if (session.status !== "open" || session.expires_at <= sandbox.now()) return { outcome: "closed" };
  const draft = tables.sessionDrafts.get(id);
  const priced = priceSession(sandbox, session, draft);
  const refusal = discountRefusal(sandbox, priced);
  if (refusal) return { outcome: "code_refused", refusal };
  const method = saveCard(sandbox, {
    number: payer.cardNumber,
    email: payer.email,
    name: payer.name,
    customer: null,
  });
  if (priced.amount_total > 0 && declineOf(sandbox, method.id, true)) {
    return declined(sandbox, priced, draft, method);
  }
  const customer = session.customer ?? newPayer(sandbox, session, payer);
  const paid = { ...priced, customer, customer_details: customerDetails(payer.email, payer.name, "NL") };
  const complete = session.mode === "subscription" ? subscribe : pay;
  const result = complete(sandbox, paid, draft, method, payer.settlesLater);
  const stored = tables.sessions.put({ ...result, status: "complete", url: null });
  sandbox.emit("checkout.session.completed", stored);
  return { outcome: "completed", session: stored };
}

function declined(
  sandbox: Sandbox,
  session: CheckoutSession,
  draft: SessionDraft,
  method: PaymentMethod,
): Completion {
  const intent = createIntent(sandbox, intentInput(session, draft));
  const charge = chargeIntent(sandbox, intent, method, true);
  const code = String(Object(charge.outcome).reason);
  return { outcome: "declined", code, message: String(charge.failure_message) };
}

function pay(
  sandbox: Sandbox,
  session: CheckoutSession,
  draft: SessionDraft,
  method: PaymentMethod,
  settlesLater: boolean,
): CheckoutSession {
  redeemAll(sandbox, session, { customer: session.customer, checkout_session: session.id });
  if (session.amount_total === 0) return { ...session, payment_status: "no_payment_required" };
  const intent = createIntent(sandbox, intentInput(session, draft));
  const withIntent = { ...session, payment_intent: intent.id };
  if (settlesLater) {
    sandbox.tables.paymentIntents.update(intent.id, { status: "processing", payment_method: method.id });
    sandbox.emit("payment_intent.processing", sandbox.tables.paymentIntents.get(intent.id));
    return { ...withIntent, payment_status: "unpaid" };
  }
  chargeIntent(sandbox, intent, method, true);
  return { ...withIntent, payment_status: "paid", invoice: invoiceFor(sandbox, withIntent, draft) };
}

function subscribe(
  sandbox: Sandbox,
  session: CheckoutSession,
  draft: SessionDraft,
  method: PaymentMethod,
): CheckoutSession {
  const { tables } = sandbox;
  const customer = session.customer ?? "";
  const attached = tables.paymentMethods.update(method.id, { customer });
  sandbox.emit("payment_method.attached", attached);
  const lines = draft.lines.map((line) => ({ line, price: tables.prices.get(line.price) }));
  const started = startSubscription(sandbox, {
    customer,
    items: lines
      .filter(({ price }) => price.recurring)
      .map(({ line, price }) => ({
        price,
        quantity: line.quantity,
        taxRates: line.taxRates.map((id) => tables.taxRates.get(id)),
      })),
    extraLines: lines.filter(({ price }) => !price.recurring).map(({ line }) => oneOffLine(sandbox, line)),
    metadata: draft.subscriptionData.metadata,
    description: draft.subscriptionData.description,
    trialDays: draft.subscriptionData.trialDays,
    paymentMethod: attached,
    discounts: (subscription) =>
      redeemAll(sandbox, session, { customer, subscription, checkout_session: session.id }),
  });
  return {
    ...session,
    invoice: started.invoice.id,
    payment_status: started.invoice.amount_paid === 0 ? "no_payment_required" : "paid",
    subscription: started.subscription.id,
  };
}

function invoiceFor(sandbox: Sandbox, session: CheckoutSession, draft: SessionDraft): string | null {
  const { tables } = sandbox;
  const intent = tables.paymentIntents.find(session.payment_intent);
  if (!draft.invoiceMetadata || !session.customer || !intent) return null;
  const invoice = draftInvoice(sandbox, {
    customer: session.customer,
    currency: session.currency,
    billingReason: "manual",
    lines: [...draft.lines.map((line) => oneOffLine(sandbox, line)), ...shippingLines(sandbox, draft)],
    discounts: tables.discounts.all().filter((discount) => discount.checkout_session === session.id),
    subscription: null,
    metadata: draft.invoiceMetadata,
  });
  finalizeInvoice(sandbox, invoice.id, false);
  return attachPaidIntent(sandbox, tables.invoices.get(invoice.id), intent).id;
}

function oneOffLine(sandbox: Sandbox, line: SessionDraft["lines"][number]): InvoiceLineInput {
  const price = sandbox.tables.prices.get(line.price);
  const now = sandbox.now();
  return {
    description: line.description,
    unitAmount: price.unit_amount,
    quantity: line.quantity,
    price: price.id,
    product: price.product,
    taxRates: line.taxRates.map((id) => sandbox.tables.taxRates.get(id)),
    period: { start: now, end: now },
    subscriptionItem: null,
    invoiceItem: null,
  };
}

function shippingLines(sandbox: Sandbox, draft: SessionDraft): InvoiceLineInput[] {
  if (draft.shippingAmount === 0) return [];
  const now = sandbox.now();
  return [
    {
      description: draft.shippingName ?? "Shipping",
      unitAmount: draft.shippingAmount,
      quantity: 1,
      price: null,
      product: null,
      taxRates: [],
      period: { start: now, end: now },
      subscriptionItem: null,
      invoiceItem: null,
    },
  ];
}

function intentInput(session: CheckoutSession, draft: SessionDraft) {
  return {
    amount: session.amount_total,
    currency: session.currency,
    customer: session.customer,
    ...draft.paymentIntentData,
  };
}

function newPayer(sandbox: Sandbox, session: CheckoutSession, payer: Payer): string | null {
  if (session.mode === "payment" && session.customer_creation !== "always") return null;
  const { email, name } = payer;
  const customer = newCustomer({ id: newId("cus_"), created: sandbox.now(), email, name });
  sandbox.tables.customers.insert(customer);
  sandbox.emit("customer.created", customer);
  return customer.id;
}

function discountRefusal(sandbox: Sandbox, session: CheckoutSession): CodeRefusal | null {
  const code = sandbox.tables.promotionCodes.find(session.discounts[0]?.promotion_code);
  return code ? refusalOf(sandbox, code, { ...session, subtotal: session.amount_subtotal }) : null;
}

function redeemAll(sandbox: Sandbox, session: CheckoutSession, owner: DiscountOwner): Discount[] {
  return session.discounts.flatMap(({ coupon, promotion_code: promotionCode }) => {
    const id = coupon ?? sandbox.tables.promotionCodes.find(promotionCode)?.promotion.coupon;
    return id ? [redeem(sandbox, { coupon: id, promotionCode }, owner)] : [];
  });
}
