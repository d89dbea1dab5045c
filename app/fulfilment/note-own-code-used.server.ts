import type { Tx } from "~/platform/db.server";
import { markOwnCodeUsed } from "./own-code-store.server";

/** After a payment became known: a champion's own offer that was taken off it has been used (W20). */
export async function noteOwnCodeUsed(tx: Tx, purchaseId: string): Promise<void> {
  const { codes, occurredAt: usedAt } = await tx.purchase.findUniqueOrThrow({
    where: { id: purchaseId },
    select: { codes: true, occurredAt: true },
  });
  if (codes.length > 0) await markOwnCodeUsed(tx, { codes, purchaseId, usedAt });
}
