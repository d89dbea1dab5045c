import type { Tx } from "~/platform/db.server";
import { markOwnCodeUsed } from "./own-code-store.server";

interface TakenOrder {
  /** The payment; null when the codes left nothing to pay. */
  purchaseId: string | null;
  codesOfFreeOrder: string[];
  now: Date;
}

/** After an order became known: a champion's own offer that was taken off it has been used (W20). */
export async function noteOwnCodeUsed(tx: Tx, { purchaseId, codesOfFreeOrder, now }: TakenOrder): Promise<void> {
  const [paid] = purchaseId === null
    ? []
    : await tx.sql.rows<{ codes: string[]; occurredAt: Date }>`select codes, occurred_at from purchase where id = ${purchaseId}`;
  const codes = paid?.codes ?? codesOfFreeOrder;
  if (codes.length > 0) await markOwnCodeUsed(tx, { codes, purchaseId, usedAt: paid?.occurredAt ?? now });
}
