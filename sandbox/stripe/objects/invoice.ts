import { listObject } from "./stripe-object";
import type { Metadata, StripeList, StripeObject } from "./stripe-object";
import type { Customer } from "./customer";

export interface InvoiceLine extends StripeObject {
  amount: number;
  currency: string;
  description: string | null;
  discount_amounts: { amount: number; discount: string }[];
  subtotal: number;
  taxes: InvoiceTax[];
}

export interface InvoiceTax {
  amount: number;
  tax_behavior: "inclusive" | "exclusive";
  tax_rate_details: { tax_rate: string };
  taxability_reason: string;
  taxable_amount: number;
  type: "tax_rate_details";
}

export interface InvoiceParent {
  quote_details: null;
  subscription_details: { metadata: Metadata; subscription: string } | null;
  type: "subscription_details";
}

export interface Invoice extends StripeObject {
  amount_due: number;
  amount_paid: number;
  amount_remaining: number;
  attempt_count: number;
  auto_advance: boolean;
  billing_reason: string;
  collection_method: string;
  created: number;
  currency: string;
  customer: string;
  default_payment_method: string | null;
  discounts: string[];
  ending_balance: number | null;
  lines: StripeList<InvoiceLine>;
  metadata: Metadata;
  number: string | null;
  parent: InvoiceParent | null;
  period_end: number;
  period_start: number;
  starting_balance: number;
  status: "draft" | "open" | "paid" | "void" | "uncollectible";
  status_transitions: Record<
    "finalized_at" | "marked_uncollectible_at" | "paid_at" | "voided_at",
    number | null
  >;
  subtotal: number;
  total: number;
}

export interface InvoicePayment extends StripeObject {
  amount_paid: number | null;
  amount_requested: number;
  created: number;
  currency: string;
  invoice: string;
  payment: { type: "payment_intent"; payment_intent: string };
  status: "open" | "paid" | "canceled";
}

export interface InvoiceItem extends StripeObject {
  amount: number;
  currency: string;
  customer: string;
  description: string | null;
  invoice: string | null;
  metadata: Metadata;
  quantity: number;
}

type InvoiceInput = Partial<Invoice> & {
  id: string;
  billing_reason: string;
  created: number;
  currency: string;
  period_start: number;
  period_end: number;
};

export function newInvoice(customer: Customer, input: InvoiceInput): Invoice {
  return {
    object: "invoice",
    account_country: "NL",
    account_name: "Stripe sandbox",
    account_tax_ids: null,
    amount_due: 0,
    amount_overpaid: 0,
    amount_paid: 0,
    amount_remaining: 0,
    amount_shipping: 0,
    application: null,
    attempt_count: 0,
    attempted: false,
    auto_advance: false,
    automatic_tax: { disabled_reason: null, enabled: false, liability: null, provider: null, status: null },
    automatically_finalizes_at: null,
    collection_method: "charge_automatically",
    custom_fields: null,
    customer: customer.id,
    customer_account: null,
    customer_address: null,
    customer_email: customer.email,
    customer_name: customer.name,
    customer_phone: null,
    customer_shipping: null,
    customer_tax_exempt: "none",
    customer_tax_ids: [],
    default_payment_method: null,
    default_source: null,
    default_tax_rates: [],
    description: null,
    discounts: [],
    due_date: null,
    effective_at: null,
    ending_balance: null,
    footer: null,
    from_invoice: null,
    hosted_invoice_url: null,
    invoice_pdf: null,
    issuer: { type: "self" },
    last_finalization_error: null,
    latest_revision: null,
    lines: listObject(`/v1/invoices/${input.id}/lines`),
    livemode: false,
    metadata: {},
    next_payment_attempt: null,
    number: null,
    on_behalf_of: null,
    parent: null,
    payment_settings: { default_mandate: null, payment_method_options: null, payment_method_types: null },
    post_payment_credit_notes_amount: 0,
    pre_payment_credit_notes_amount: 0,
    receipt_number: null,
    rendering: null,
    shipping_cost: null,
    shipping_details: null,
    starting_balance: 0,
    statement_descriptor: null,
    status: "draft",
    status_transitions: { finalized_at: null, marked_uncollectible_at: null, paid_at: null, voided_at: null },
    subscription: input.parent?.subscription_details?.subscription ?? null,
    subtotal: 0,
    subtotal_excluding_tax: 0,
    test_clock: null,
    total: 0,
    total_discount_amounts: [],
    total_excluding_tax: 0,
    total_pretax_credit_amounts: [],
    total_taxes: [],
    webhooks_delivered_at: null,
    ...input,
  };
}

export function newInvoicePayment(
  id: string,
  created: number,
  invoice: Invoice,
  intent: string,
): InvoicePayment {
  return {
    id,
    object: "invoice_payment",
    amount_paid: null,
    amount_requested: invoice.amount_due,
    created,
    currency: invoice.currency,
    invoice: invoice.id,
    is_default: true,
    livemode: false,
    payment: { type: "payment_intent", payment_intent: intent },
    status: "open",
    status_transitions: { canceled_at: null, paid_at: null },
  };
}

type InvoiceItemInput = Partial<InvoiceItem> & {
  id: string;
  amount: number;
  created: number;
  currency: string;
  customer: string;
  quantity: number;
};

export function newInvoiceItem({ created, ...input }: InvoiceItemInput): InvoiceItem {
  return {
    object: "invoiceitem",
    customer_account: null,
    date: created,
    description: null,
    discountable: true,
    discounts: [],
    invoice: null,
    livemode: false,
    metadata: {},
    net_amount: input.amount,
    parent: null,
    period: { end: created, start: created },
    pricing: null,
    proration: false,
    quantity_decimal: String(input.quantity),
    tax_rates: [],
    test_clock: null,
    ...input,
  };
}
