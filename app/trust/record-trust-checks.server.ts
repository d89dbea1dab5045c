import type { Tx } from "~/platform/db.server";
import { deleteChecks, insertChecks } from "./check-store.server";
import type { TrustCheck } from "./outcome";

/**
 * Keeps what the rules found about a conversion, in place of what they found on fewer facts (R31).
 * @param of with `isNew` when nothing was decided about it before
 */
export async function recordTrustChecks(
  tx: Tx,
  of: { conversionId: string; isNew: boolean },
  checks: readonly TrustCheck[],
  now: Date,
): Promise<void> {
  if (!of.isNew) deleteChecks(tx, of.conversionId);
  insertChecks(tx, of.conversionId, checks, now);
}
