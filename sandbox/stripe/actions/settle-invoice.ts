import { newId } from "../identifiers";
import { newInvoicePayment } from "../objects/invoice";
import type { Invoice, InvoicePayment } from "../objects/invoice";
import type { Charge, PaymentIntent, PaymentMethod } from "../objects/payment";
import type { Sandbox } from "../sandbox";
import { invalidRequest } from "../stripe-error";
import { changeBalance } from "./change-balance";
import { chargeIntent, createIntent } from "./take-payment";

const RETRY_SECONDS = 3 * 86_400;

/**
 * Draft becomes open: the number is given and the customer's balance is used, as far as the total goes. Without
 * `useBalance` for an invoice that Checkout writes about a payment it has taken already.
 */
export function finalizeInvoice(sandbox: Sandbox, id: string, useBalance = true): Invoice {
  const { tables } = sandbox;
  const invoice = tables.invoices.get(id);
  if (invoice.status !== "draft")
    throw invalidRequest("This invoice is already finalized, you can't re-finalize it.");
  const customer = tables.customers.get(invoice.customer);
  const sequence = customer.next_invoice_sequence;
  const numbered = tables.customers.update(customer.id, {
    next_invoice_sequence: sequence + 1,
    currency: customer.currency ?? invoice.currency,
  });
  const usable = useBalance && (customer.currency === null || customer.currency === invoice.currency);
  const applied = usable ? Math.max(-invoice.total, customer.balance) : 0;
  const finalized = tables.invoices.update(id, {
    amount_due: invoice.total + applied,
    amount_remaining: invoice.total + applied,
    effective_at: sandbox.now(),
    ending_balance: customer.balance - applied,
    hosted_invoice_url: `${sandbox.publicUrl}/customers/${customer.id}`,
    number: `${customer.invoice_prefix}-${String(sequence).padStart(4, "0")}`,
    starting_balance: customer.balance,
    status: "open",
    status_transitions: { ...invoice.status_transitions, finalized_at: sandbox.now() },
  });
  if (applied !== 0) {
    changeBalance(sandbox, numbered, {
      amount: -applied,
      currency: invoice.currency,
      type: "applied_to_invoice",
      invoice: id,
    });
  }
  sandbox.emit("invoice.finalized", finalized, { before: invoice });
  return finalized;
}

/** Charges an open invoice; the answer tells whether it was paid, and by which charge. */
export function payInvoice(
  sandbox: Sandbox,
  id: string,
  method: PaymentMethod | null,
  first: boolean,
): { invoice: Invoice; charge: Charge | null } {
  const { tables } = sandbox;
  const invoice = tables.invoices.get(id);
  if (invoice.status !== "open" && invoice.status !== "uncollectible") {
    throw invalidRequest(invoice.status === "paid" ? "Invoice is already paid" : "This invoice is not open.");
  }
  if (invoice.amount_due === 0) return { invoice: markPaid(sandbox, invoice), charge: null };
  if (!method) {
    throw invalidRequest(
      "There is no default payment method set on this Customer or Invoice.",
      "payment_method",
    );
  }
  const payment = openPayment(sandbox, invoice);
  const intent = tables.paymentIntents.get(payment.payment.payment_intent);
  const charge = chargeIntent(sandbox, intent, method, first);
  if (charge.status === "succeeded") {
    settlePayment(sandbox, payment);
    return { invoice: markPaid(sandbox, tables.invoices.get(id)), charge };
  }
  const failed = tables.invoices.update(id, {
    attempt_count: invoice.attempt_count + 1,
    attempted: true,
    next_payment_attempt: sandbox.now() + RETRY_SECONDS,
  });
  sandbox.emit("invoice.payment_failed", failed);
  return { invoice: failed, charge };
}

/** Ties an invoice to a payment that a Checkout session has made already. */
export function attachPaidIntent(sandbox: Sandbox, invoice: Invoice, intent: PaymentIntent): Invoice {
  settlePayment(sandbox, insertPayment(sandbox, invoice, intent.id));
  return markPaid(sandbox, sandbox.tables.invoices.get(invoice.id));
}

function openPayment(sandbox: Sandbox, invoice: Invoice): InvoicePayment {
  const known = sandbox.tables.invoicePayments
    .where("invoice", invoice.id)
    .find(({ status }) => status === "open");
  if (known) return known;
  const intent = createIntent(sandbox, {
    amount: invoice.amount_due,
    currency: invoice.currency,
    customer: invoice.customer,
    description: invoice.parent ? "Subscription update" : `Payment for Invoice ${invoice.number ?? ""}`,
  });
  return insertPayment(sandbox, invoice, intent.id);
}

function insertPayment(sandbox: Sandbox, invoice: Invoice, intent: string): InvoicePayment {
  const payment = newInvoicePayment(newId("inpay_", 24), sandbox.now(), invoice, intent);
  return sandbox.tables.invoicePayments.insert(payment);
}

function settlePayment(sandbox: Sandbox, payment: InvoicePayment): void {
  const paid = sandbox.tables.invoicePayments.update(payment.id, {
    amount_paid: payment.amount_requested,
    status: "paid",
    status_transitions: { canceled_at: null, paid_at: sandbox.now() },
  });
  sandbox.emit("invoice_payment.paid", paid);
}

function markPaid(sandbox: Sandbox, invoice: Invoice): Invoice {
  const paid = sandbox.tables.invoices.update(invoice.id, {
    amount_paid: invoice.amount_due,
    amount_remaining: 0,
    attempt_count: invoice.attempt_count + 1,
    attempted: true,
    next_payment_attempt: null,
    status: "paid",
    status_transitions: { ...invoice.status_transitions, paid_at: sandbox.now() },
  });
  sandbox.emit("invoice.paid", paid);
  sandbox.emit("invoice.payment_succeeded", paid);
  return paid;
}
