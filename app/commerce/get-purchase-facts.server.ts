import type { Tx } from "~/platform/db.server";
import { NotFoundError } from "~/platform/errors";
import { findPurchaseWithLines } from "./purchase-store.server";
import { readTakenBack } from "./read-taken-back.server";

/** What the desk reads of a payment: amounts, what was bought, what went back; nothing about who paid. */
export interface PurchaseView {
  key: string;
  occurredAt: Date;
  paidMinor: bigint;
  taxMinor: bigint;
  discountMinor: bigint;
  currency: string;
  /** What refunds and lost disputes took back by now (M9). */
  takenBackMinor: bigint;
  lines: { group: string; quantity: number; netMinor: bigint }[];
  codes: string[];
}

/** One payment as a decision about it rests on it. @throws NotFoundError */
export async function getPurchaseFacts(tx: Tx, id: string): Promise<PurchaseView> {
  const purchase = await findPurchaseWithLines(tx, id);
  if (!purchase) throw new NotFoundError("purchase", { id });
  const { key, occurredAt, paidMinor, taxMinor, discountMinor, currency, codes, lines } = purchase;
  const takenBackMinor = (await readTakenBack(tx, [purchase])).get(id)?.takenBackMinor ?? 0n;
  return {
    key, occurredAt, paidMinor, taxMinor, discountMinor, currency, takenBackMinor, codes,
    lines: lines.map(({ group, quantity, netMinor }) => ({ group, quantity, netMinor })),
  };
}
