import { addInterval } from "../clock";
import type { Invoice, InvoiceItem } from "../objects/invoice";
import type { PaymentMethod } from "../objects/payment";
import type { Subscription } from "../objects/subscription";
import type { Sandbox } from "../sandbox";
import { invalidRequest } from "../stripe-error";
import { draftInvoice } from "./draft-invoice";
import type { InvoiceLineInput } from "./draft-invoice";
import { finalizeInvoice, payInvoice } from "./settle-invoice";
import { cycleLines, lastingDiscounts, runningDiscounts } from "./start-subscription";

const RENEWABLE = ["active", "trialing", "past_due"];

/** The next period begins: its invoice is made, finalised and charged. Null when the subscription ends instead. */
export function renewSubscription(sandbox: Sandbox, id: string): Invoice | null {
  const { tables } = sandbox;
  const before = tables.subscriptions.get(id);
  if (!RENEWABLE.includes(before.status))
    throw invalidRequest(`A subscription that is ${before.status} cannot renew.`);
  if (before.cancel_at_period_end) {
    endSubscription(sandbox, id);
    return null;
  }
  const moved = tables.subscriptions.update(id, {
    discounts: runningDiscounts(sandbox, before.discounts),
    items: { ...before.items, data: before.items.data.map((item) => nextPeriod(before, item)) },
    status: before.status === "trialing" ? "active" : before.status,
  });
  const items = pendingItems(sandbox, moved.customer);
  const draft = draftInvoice(sandbox, {
    customer: moved.customer,
    currency: moved.currency,
    billingReason: "subscription_cycle",
    lines: [...cycleLines(sandbox, moved, false), ...items.map(lineOfItem)],
    discounts: moved.discounts.map((discount) => tables.discounts.get(discount)),
    subscription: moved,
    period: {
      start: before.items.data[0]?.current_period_start ?? sandbox.now(),
      end: before.items.data[0]?.current_period_end ?? sandbox.now(),
    },
  });
  for (const item of items) tables.invoiceItems.update(item.id, { invoice: draft.id });
  tables.subscriptions.update(id, { latest_invoice: draft.id, discounts: lastingDiscounts(sandbox, moved.discounts) });
  finalizeInvoice(sandbox, draft.id);
  const { invoice } = payInvoice(sandbox, draft.id, paymentMethodOf(sandbox, moved), false);
  const after = tables.subscriptions.update(id, {
    status: invoice.status === "paid" ? "active" : "past_due",
  });
  sandbox.emit("customer.subscription.updated", after, { before });
  return invoice;
}

export function endSubscription(sandbox: Sandbox, id: string): Subscription {
  const before = sandbox.tables.subscriptions.get(id);
  const now = sandbox.now();
  const after = sandbox.tables.subscriptions.update(id, {
    canceled_at: before.canceled_at ?? now,
    cancel_at: before.cancel_at,
    ended_at: now,
    status: "canceled",
  });
  sandbox.emit("customer.subscription.deleted", after);
  return after;
}

export function pendingItems(sandbox: Sandbox, customer: string): InvoiceItem[] {
  return sandbox.tables.invoiceItems.where("customer", customer).filter((item) => item.invoice === null);
}

export function lineOfItem(item: InvoiceItem): InvoiceLineInput {
  const date = Number(item.date);
  return {
    description: item.description ?? "",
    unitAmount: item.amount,
    quantity: 1,
    price: null,
    product: null,
    taxRates: [],
    period: { start: date, end: date },
    subscriptionItem: null,
    invoiceItem: item.id,
  };
}

/** The card that pays: the subscription's own, else the customer's. */
export function paymentMethodOf(sandbox: Sandbox, subscription: Subscription): PaymentMethod | null {
  const { tables } = sandbox;
  const customer = tables.customers.get(subscription.customer);
  const id = subscription.default_payment_method ?? customer.invoice_settings.default_payment_method;
  return tables.paymentMethods.find(id) ?? null;
}

function nextPeriod(subscription: Subscription, item: Subscription["items"]["data"][number]) {
  const start = item.current_period_end;
  const recurring = item.price.recurring;
  const end = addInterval(
    start,
    recurring?.interval ?? "month",
    recurring?.interval_count ?? 1,
    subscription.billing_cycle_anchor,
  );
  return { ...item, current_period_start: start, current_period_end: end };
}
