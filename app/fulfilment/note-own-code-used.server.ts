import type { Tx } from "~/platform/db.server";
import { markOwnCodeUsed } from "./own-code-store.server";

interface TakenOrder {
  /** The payment; null when the codes left nothing to pay. */
  purchase: { id: string; codes: string[]; occurredAt: Date } | null;
  codesOfFreeOrder: string[];
  now: Date;
}

/** After an order became known: a champion's own offer that was taken off it has been used (W20). */
export async function noteOwnCodeUsed(tx: Tx, { purchase, codesOfFreeOrder, now }: TakenOrder): Promise<void> {
  const codes = purchase?.codes ?? codesOfFreeOrder;
  if (codes.length > 0) await markOwnCodeUsed(tx, { codes, purchaseId: purchase?.id ?? null, usedAt: purchase?.occurredAt ?? now });
}
