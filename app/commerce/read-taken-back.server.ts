import type { Tx } from "~/platform/db.server";
import type { RefundStatus } from "./refund-status";
import { keysOf, listSetbacks, type PaymentNames } from "./setback-store.server";
import { isOfCurrency, takenBackOf, type TakenBack } from "./taken-back";

export interface ReadTakenBack extends TakenBack {
  /** The fact that spoke last, for the history: `re_…:succeeded`. */
  factKey: string;
}

type Payment = PaymentNames & { id: string; paidMinor: bigint; currency: string };

/** What refunds and disputes make of payments by now (M4, M7, M8, M9), by purchase. */
export async function readTakenBack(tx: Tx, payments: readonly Payment[]): Promise<Map<string, ReadTakenBack>> {
  const setbacks = await listSetbacks(tx, payments.flatMap(keysOf));
  const ofPayment = (payment: Payment) => {
    const keys = keysOf(payment);
    const isIts = ({ paymentKey }: { paymentKey: string }) => keys.includes(paymentKey);
    const refunds = setbacks.refunds.filter((refund) => isIts(refund) && isOfCurrency(refund, payment.currency));
    return takenBackFrom(payment, { refunds, disputes: setbacks.disputes.filter(isIts) });
  };
  return new Map(payments.map((payment) => [payment.id, ofPayment(payment)]));
}

function takenBackFrom(purchase: Payment, { refunds, disputes }: Awaited<ReturnType<typeof listSetbacks>>): ReadTakenBack {
  const facts = refunds.map(({ amountMinor, status, kind }) => ({ amountMinor, status: status as RefundStatus, kind }));
  const last = [...refunds, ...disputes].reduce<{ key: string; status: string; factSeq: bigint } | null>(
    (latest, fact) => (latest === null || fact.factSeq > latest.factSeq ? fact : latest),
    null,
  );
  return {
    ...takenBackOf(purchase.paidMinor, facts, disputes),
    factKey: last ? `${last.key}:${last.status}` : "none",
  };
}
