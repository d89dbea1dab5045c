import { NO_ADDRESS } from "./stripe-object";
import type { Metadata, StripeObject } from "./stripe-object";

export interface InvoiceSettings {
  custom_fields: unknown;
  default_payment_method: string | null;
  footer: string | null;
  rendering_options: unknown;
}

export interface Customer extends StripeObject {
  balance: number;
  created: number;
  currency: string | null;
  delinquent: boolean;
  email: string | null;
  invoice_prefix: string;
  invoice_settings: InvoiceSettings;
  metadata: Metadata;
  name: string | null;
  next_invoice_sequence: number;
}

export interface CustomerBalanceTransaction extends StripeObject {
  amount: number;
  created: number;
  currency: string;
  customer: string;
  description: string | null;
  ending_balance: number;
  invoice: string | null;
  metadata: Metadata;
  type: string;
}

export function newCustomer(input: Partial<Customer> & { id: string; created: number }): Customer {
  return {
    object: "customer",
    address: null,
    balance: 0,
    currency: null,
    customer_account: null,
    default_source: null,
    delinquent: false,
    description: null,
    discount: null,
    email: null,
    invoice_prefix: input.id.slice(-8).toUpperCase(),
    invoice_settings: {
      custom_fields: null,
      default_payment_method: null,
      footer: null,
      rendering_options: null,
    },
    livemode: false,
    metadata: {},
    name: null,
    next_invoice_sequence: 1,
    phone: null,
    preferred_locales: [],
    shipping: null,
    tax_exempt: "none",
    test_clock: null,
    ...input,
  };
}

type BalanceInput = Partial<CustomerBalanceTransaction> & {
  id: string;
  amount: number;
  created: number;
  currency: string;
  customer: string;
  ending_balance: number;
  type: string;
};

export function newCustomerBalanceTransaction(input: BalanceInput): CustomerBalanceTransaction {
  return {
    object: "customer_balance_transaction",
    checkout_session: null,
    credit_note: null,
    customer_account: null,
    description: null,
    invoice: null,
    livemode: false,
    metadata: {},
    ...input,
  };
}

/** The customer as a paid Checkout session shows them. */
export function customerDetails(email: string | null, name: string | null, country: string | null) {
  return {
    address: { ...NO_ADDRESS, country },
    business_name: null,
    email,
    individual_name: null,
    name,
    phone: null,
    tax_exempt: "none",
    tax_ids: [],
  };
}
