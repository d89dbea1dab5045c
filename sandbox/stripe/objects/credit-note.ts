import { listObject } from "./stripe-object";
import type { Metadata, StripeObject } from "./stripe-object";
import type { Invoice } from "./invoice";

export interface CreditNote extends StripeObject {
  created: number;
  customer: string;
  invoice: string;
  metadata: Metadata;
  status: "issued" | "void";
  total: number;
}

interface CreditNoteInput {
  id: string;
  created: number;
  amount: number;
  number: string;
  lineId: string;
  customerBalanceTransaction: string | null;
  refunds: { amount_refunded: number; refund: string; payment_record_refund: null; type: "refund" }[];
  reason: string | null;
  memo: string | null;
  metadata: Metadata;
}

export function newCreditNote(invoice: Invoice, input: CreditNoteInput): CreditNote {
  const paid = invoice.status === "paid";
  return {
    id: input.id,
    object: "credit_note",
    amount: input.amount,
    amount_shipping: 0,
    created: input.created,
    currency: invoice.currency,
    customer: invoice.customer,
    customer_account: null,
    customer_balance_transaction: input.customerBalanceTransaction,
    discount_amount: 0,
    discount_amounts: [],
    effective_at: input.created,
    invoice: invoice.id,
    lines: listObject(`/v1/credit_notes/${input.id}/lines`, [creditNoteLine(input.lineId, input.amount)]),
    livemode: false,
    memo: input.memo,
    metadata: input.metadata,
    number: input.number,
    out_of_band_amount: null,
    pdf: "",
    post_payment_amount: paid ? input.amount : 0,
    pre_payment_amount: paid ? 0 : input.amount,
    pretax_credit_amounts: [],
    reason: input.reason,
    refunds: input.refunds,
    shipping_cost: null,
    status: "issued",
    subtotal: input.amount,
    subtotal_excluding_tax: input.amount,
    total: input.amount,
    total_excluding_tax: input.amount,
    total_taxes: [],
    type: paid ? "post_payment" : "pre_payment",
    voided_at: null,
  };
}

function creditNoteLine(id: string, amount: number) {
  return {
    id,
    object: "credit_note_line_item",
    amount,
    description: "Credit",
    discount_amount: 0,
    discount_amounts: [],
    invoice_line_item: null,
    livemode: false,
    metadata: {},
    pretax_credit_amounts: [],
    quantity: 1,
    tax_rates: [],
    taxes: [],
    type: "custom_line_item",
    unit_amount: amount,
    unit_amount_decimal: String(amount),
  };
}
