import type { Metadata, StripeObject } from "./stripe-object";

export interface Refund extends StripeObject {
  amount: number;
  balance_transaction: string | null;
  charge: string;
  created: number;
  currency: string;
  metadata: Metadata;
  payment_intent: string | null;
  reason: string | null;
  status: "pending" | "requires_action" | "succeeded" | "failed" | "canceled";
}

type RefundInput = Partial<Refund> & {
  id: string;
  amount: number;
  charge: string;
  created: number;
  currency: string;
  status: Refund["status"];
};

export function newRefund(input: RefundInput): Refund {
  return {
    object: "refund",
    balance_transaction: null,
    customer: null,
    customer_account: null,
    destination_details: {
      card: { reference_status: "pending", reference_type: "acquirer_reference_number", type: "refund" },
      type: "card",
    },
    metadata: {},
    payment_intent: null,
    payment_method: null,
    reason: null,
    receipt_number: null,
    source_transfer_reversal: null,
    transfer_reversal: null,
    ...input,
  };
}
