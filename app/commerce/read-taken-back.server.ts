import type { Tx } from "~/platform/db.server";
import type { RefundStatus } from "./refund-status";
import { listSetbacks, type PaymentNames } from "./setback-store.server";
import { takenBackOf, type TakenBack } from "./taken-back";

export interface ReadTakenBack extends TakenBack {
  /** The fact that spoke last, for the history: `re_…:succeeded`. */
  factKey: string;
}

/** What refunds and disputes make of a payment by now (M4, M7, M8, M9). */
export async function readTakenBack(tx: Tx, purchase: PaymentNames & { paidMinor: bigint }): Promise<ReadTakenBack> {
  const { refunds, disputes } = await listSetbacks(tx, purchase);
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
