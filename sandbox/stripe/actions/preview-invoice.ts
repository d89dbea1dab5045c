import type { Invoice } from "../objects/invoice";
import type { Subscription } from "../objects/subscription";
import type { Sandbox } from "../sandbox";
import { invalidRequest } from "../stripe-error";
import { composeInvoice } from "./draft-invoice";
import { lineOfItem, pendingItems } from "./renew-subscription";
import { cycleLines, runningDiscounts } from "./start-subscription";

/** The customer's next invoice as it would be now, with the balance it would use; nothing is stored. */
export function previewInvoice(sandbox: Sandbox, customerId?: string, subscriptionId?: string): Invoice {
  const { tables } = sandbox;
  const subscription = findSubscription(sandbox, customerId, subscriptionId);
  const customer = tables.customers.get(subscription?.customer ?? customerId ?? "", "customer");
  const items = pendingItems(sandbox, customer.id);
  if (!subscription && items.length === 0) {
    throw invalidRequest("Nothing to invoice for customer", "customer", "invoice_upcoming_none");
  }
  const invoice = composeInvoice(sandbox, {
    customer: customer.id,
    currency: subscription?.currency ?? items[0]?.currency ?? "eur",
    billingReason: "upcoming",
    lines: [...(subscription ? cycleLines(sandbox, subscription, false) : []), ...items.map(lineOfItem)],
    discounts: runningDiscounts(sandbox, subscription?.discounts ?? []).map((id) => tables.discounts.get(id)),
    subscription,
  });
  const applied = Math.max(-invoice.total, customer.balance);
  return {
    ...invoice,
    id: `upcoming_${invoice.id}`,
    amount_due: invoice.total + applied,
    amount_remaining: invoice.total + applied,
    starting_balance: customer.balance,
    ending_balance: customer.balance - applied,
  };
}

function findSubscription(sandbox: Sandbox, customer?: string, id?: string): Subscription | null {
  if (id) return sandbox.tables.subscriptions.get(id, "subscription");
  const all = sandbox.tables.subscriptions.where("customer", customer);
  return all.find((one) => ["active", "trialing", "past_due"].includes(one.status)) ?? null;
}
