import type { Invoice } from "../objects/invoice";
import type { Sandbox } from "../sandbox";
import { saveCard } from "./cards";
import { draftInvoice } from "./draft-invoice";
import { lineOfItem, pendingItems, renewSubscription } from "./renew-subscription";
import { finalizeInvoice, payInvoice } from "./settle-invoice";

const TEST_CARD = "4242424242424242";
const RUNNING = ["active", "trialing", "past_due"];

/** The customer's next invoice, made and paid: the subscription's next month, or an order of `amount` minor units. */
export function makeNextInvoice(sandbox: Sandbox, customerId: string, amount: number): Invoice | null {
  const { tables } = sandbox;
  const customer = tables.customers.get(customerId);
  const subscription = tables.subscriptions
    .where("customer", customerId)
    .find((one) => RUNNING.includes(one.status));
  if (subscription) return renewSubscription(sandbox, subscription.id);
  const now = sandbox.now();
  const items = pendingItems(sandbox, customerId);
  const order = {
    description: "Order from the sandbox's control page",
    unitAmount: amount,
    quantity: 1,
    price: null,
    product: null,
    taxRates: [],
    period: { start: now, end: now },
    subscriptionItem: null,
    invoiceItem: null,
  };
  const draft = draftInvoice(sandbox, {
    customer: customerId,
    currency: items[0]?.currency ?? customer.currency ?? "eur",
    billingReason: "manual",
    lines: [order, ...items.map(lineOfItem)],
    discounts: [],
    subscription: null,
  });
  for (const item of items) tables.invoiceItems.update(item.id, { invoice: draft.id });
  finalizeInvoice(sandbox, draft.id);
  const known = tables.paymentMethods.where("customer", customerId).at(-1);
  const card = { number: TEST_CARD, email: customer.email, name: customer.name, customer: customerId };
  return payInvoice(sandbox, draft.id, known ?? saveCard(sandbox, card), false).invoice;
}
