import { listObject } from "./stripe-object";
import type { Metadata, StripeList, StripeObject } from "./stripe-object";

export interface Transfer extends StripeObject {
  amount: number;
  amount_reversed: number;
  created: number;
  currency: string;
  destination: string;
  metadata: Metadata;
  reversals: StripeList<TransferReversal>;
  reversed: boolean;
  transfer_group: string | null;
}

export interface TransferReversal extends StripeObject {
  amount: number;
  created: number;
  currency: string;
  metadata: Metadata;
  transfer: string;
}

type TransferInput = Partial<Transfer> & {
  id: string;
  amount: number;
  created: number;
  currency: string;
  destination: string;
};

export function newTransfer(input: TransferInput): Transfer {
  return {
    object: "transfer",
    amount_reversed: 0,
    balance_transaction: null,
    description: null,
    destination_payment: null,
    livemode: false,
    metadata: {},
    reversals: listObject(`/v1/transfers/${input.id}/reversals`),
    reversed: false,
    source_transaction: null,
    source_type: "card",
    transfer_group: null,
    ...input,
  };
}

type ReversalInput = Partial<TransferReversal> & {
  id: string;
  amount: number;
  created: number;
  currency: string;
  transfer: string;
};

export function newTransferReversal(input: ReversalInput): TransferReversal {
  return {
    object: "transfer_reversal",
    balance_transaction: null,
    destination_payment_refund: null,
    metadata: {},
    source_refund: null,
    ...input,
  };
}

export interface Payout extends StripeObject {
  amount: number;
  arrival_date: number;
  created: number;
  currency: string;
  metadata: Metadata;
  status: string;
}

type PayoutInput = Partial<Payout> & {
  id: string;
  amount: number;
  arrival_date: number;
  created: number;
  currency: string;
};

export function newPayout(input: PayoutInput): Payout {
  return {
    object: "payout",
    application_fee: null,
    application_fee_amount: null,
    automatic: false,
    balance_transaction: null,
    description: null,
    destination: null,
    failure_balance_transaction: null,
    failure_code: null,
    failure_message: null,
    livemode: false,
    metadata: {},
    method: "standard",
    original_payout: null,
    payout_method: null,
    reconciliation_status: "not_applicable",
    reversed_by: null,
    source_type: "card",
    statement_descriptor: null,
    status: "pending",
    trace_id: null,
    type: "bank_account",
    ...input,
  };
}
