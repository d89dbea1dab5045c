import type { StripeObject } from "./stripe-object";

export interface BalanceTransaction extends StripeObject {
  amount: number;
  available_on: number;
  created: number;
  currency: string;
  fee: number;
  net: number;
  source: string | null;
  type: string;
}

type BalanceTransactionInput = Partial<BalanceTransaction> & {
  id: string;
  amount: number;
  available_on: number;
  created: number;
  currency: string;
  fee: number;
  type: string;
};

/** `amount` is gross and signed; `net` is what the balance changes by. `status` is worked out when it is read. */
export function newBalanceTransaction(input: BalanceTransactionInput): BalanceTransaction {
  return {
    object: "balance_transaction",
    balance_type: "payments",
    description: null,
    exchange_rate: null,
    fee_details:
      input.fee === 0
        ? []
        : [
            {
              amount: input.fee,
              application: null,
              currency: input.currency,
              description: "Stripe processing fees",
              type: "stripe_fee",
            },
          ],
    net: input.amount - input.fee,
    reporting_category: input.type,
    source: null,
    status: "available",
    ...input,
  };
}
