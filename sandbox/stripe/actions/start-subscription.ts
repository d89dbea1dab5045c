import { addInterval } from "../clock";
import { newId } from "../identifiers";
import type { Price, TaxRate } from "../objects/catalogue";
import type { Discount } from "../objects/discounts";
import type { Invoice } from "../objects/invoice";
import type { Charge, PaymentMethod } from "../objects/payment";
import { listObject } from "../objects/stripe-object";
import type { Metadata } from "../objects/stripe-object";
import { newSubscription, newSubscriptionItem } from "../objects/subscription";
import type { Subscription } from "../objects/subscription";
import type { Sandbox } from "../sandbox";
import { invalidRequest } from "../stripe-error";
import { draftInvoice } from "./draft-invoice";
import type { InvoiceLineInput } from "./draft-invoice";
import { finalizeInvoice, payInvoice } from "./settle-invoice";

export interface SubscriptionPlan {
  customer: string;
  items: { price: Price; quantity: number; taxRates: TaxRate[] }[];
  /** One-off lines of the first invoice. */
  extraLines: InvoiceLineInput[];
  metadata: Metadata;
  description: string | null;
  trialDays: number | null;
  paymentMethod: PaymentMethod | null;
  discounts: (subscription: string) => Discount[];
}

export interface StartedSubscription {
  subscription: Subscription;
  invoice: Invoice;
  charge: Charge | null;
}

/** Starts a subscription with its first invoice; unpaid, it is `incomplete`. */
export function startSubscription(sandbox: Sandbox, plan: SubscriptionPlan): StartedSubscription {
  const { tables } = sandbox;
  const first = plan.items[0]?.price;
  if (!first?.recurring)
    throw invalidRequest("The price specified is set to `type=one_time`.", "items[0][price]");
  const created = sandbox.now();
  const id = newId("sub_", 24);
  const trialEnd = plan.trialDays === null ? null : created + plan.trialDays * 86_400;
  const { interval, interval_count: count } = first.recurring;
  const periodEnd = trialEnd ?? addInterval(created, interval, count);
  const items = plan.items.map((item) =>
    newSubscriptionItem({
      id: newId("si_"),
      created,
      ...item,
      subscription: id,
      periodStart: created,
      periodEnd,
    }),
  );
  const discounts = plan.discounts(id);
  tables.subscriptions.insert(
    newSubscription({
      id,
      billing_cycle_anchor: trialEnd ?? created,
      created,
      currency: first.currency,
      customer: plan.customer,
      default_payment_method: plan.paymentMethod?.id ?? null,
      description: plan.description,
      discounts: discounts.map((discount) => discount.id),
      items: listObject(`/v1/subscription_items?subscription=${id}`, items),
      metadata: plan.metadata,
      status: trialEnd === null ? "incomplete" : "trialing",
      trial_end: trialEnd,
      trial_start: trialEnd === null ? null : created,
    }),
  );
  const draft = draftInvoice(sandbox, {
    customer: plan.customer,
    currency: first.currency,
    billingReason: "subscription_create",
    lines: [...cycleLines(sandbox, tables.subscriptions.get(id), trialEnd !== null), ...plan.extraLines],
    discounts,
    subscription: tables.subscriptions.get(id),
  });
  tables.subscriptions.update(id, { latest_invoice: draft.id });
  finalizeInvoice(sandbox, draft.id);
  const { invoice, charge } = payInvoice(sandbox, draft.id, plan.paymentMethod, true);
  const subscription = tables.subscriptions.update(id, {
    discounts: lastingDiscounts(
      sandbox,
      discounts.map((discount) => discount.id),
    ),
    status: trialEnd !== null ? "trialing" : invoice.status === "paid" ? "active" : "incomplete",
  });
  sandbox.emit("customer.subscription.created", subscription);
  return { subscription, invoice, charge };
}

/** One invoice line per item for the item's present period. */
export function cycleLines(sandbox: Sandbox, subscription: Subscription, trial: boolean): InvoiceLineInput[] {
  return subscription.items.data.map((item) => ({
    description: `${item.quantity} × ${sandbox.tables.products.get(item.price.product).name}`,
    unitAmount: trial ? 0 : item.price.unit_amount,
    quantity: item.quantity,
    price: item.price.id,
    product: item.price.product,
    taxRates: item.tax_rates,
    period: { start: item.current_period_start, end: item.current_period_end },
    subscriptionItem: item.id,
    invoiceItem: null,
  }));
}

/** Discounts that still count for a next invoice. */
/** The discounts that have not run out: the next invoice uses them. */
export function runningDiscounts(sandbox: Sandbox, ids: readonly string[]): string[] {
  return ids.filter((id) => {
    const { end } = sandbox.tables.discounts.get(id);
    return end === null || end > sandbox.now();
  });
}

/** Those of them that stay for the invoices after it. */
export function lastingDiscounts(sandbox: Sandbox, ids: readonly string[]): string[] {
  return runningDiscounts(sandbox, ids).filter((id) => {
    const { coupon } = sandbox.tables.discounts.get(id).source;
    return sandbox.tables.coupons.find(coupon)?.duration !== "once";
  });
}
