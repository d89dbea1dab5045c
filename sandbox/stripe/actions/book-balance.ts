import { newId } from "../identifiers";
import { newBalanceTransaction } from "../objects/balance-transaction";
import type { BalanceTransaction } from "../objects/balance-transaction";
import type { Sandbox } from "../sandbox";

export interface Booking {
  source: string;
  /** Gross and signed; a fee comes off it. */
  amount: number;
  currency: string;
  type: string;
  fee?: number;
  category?: string;
  availableOn?: number;
}

/** Adds a line to the platform's Stripe balance. */
export function bookBalance(sandbox: Sandbox, booking: Booking): BalanceTransaction {
  const created = sandbox.now();
  return sandbox.tables.balanceTransactions.insert(
    newBalanceTransaction({
      id: newId("txn_", 24),
      amount: booking.amount,
      available_on: booking.availableOn ?? created,
      created,
      currency: booking.currency,
      fee: booking.fee ?? 0,
      reporting_category: booking.category ?? booking.type,
      source: booking.source,
      type: booking.type,
    }),
  );
}
