import { newId } from "../identifiers";
import { newCustomerBalanceTransaction } from "../objects/customer";
import type { Customer, CustomerBalanceTransaction } from "../objects/customer";
import type { Metadata } from "../objects/stripe-object";
import type { Sandbox } from "../sandbox";
import { invalidRequest } from "../stripe-error";

export interface BalanceChange {
  amount: number;
  currency: string;
  type: "adjustment" | "applied_to_invoice" | "unapplied_from_invoice" | "credit_note";
  description?: string | null;
  invoice?: string | null;
  creditNote?: string | null;
  metadata?: Metadata;
}

/** Adds a line to a customer's balance; below zero the customer has credit, which the next finalised invoice uses. */
export function changeBalance(
  sandbox: Sandbox,
  customer: Customer,
  change: BalanceChange,
): CustomerBalanceTransaction {
  const { tables } = sandbox;
  if (customer.currency !== null && customer.currency !== change.currency) {
    throw invalidRequest(
      `You cannot combine currencies on a single customer. This customer has had a subscription, coupon, invoice ` +
        `item, or balance with currency ${customer.currency}.`,
      "currency",
    );
  }
  const balance = customer.balance + change.amount;
  const after = tables.customers.update(customer.id, { balance, currency: change.currency });
  const transaction = tables.customerBalanceTransactions.insert(
    newCustomerBalanceTransaction({
      id: newId("cbtxn_", 24),
      amount: change.amount,
      created: sandbox.now(),
      credit_note: change.creditNote ?? null,
      currency: change.currency,
      customer: customer.id,
      description: change.description ?? null,
      ending_balance: balance,
      invoice: change.invoice ?? null,
      metadata: change.metadata ?? {},
      type: change.type,
    }),
  );
  sandbox.emit("customer.updated", after, { before: customer });
  return transaction;
}
