import type { Tx } from "~/platform/db.server";
import { listChecks } from "./check-store.server";
import type { TrustCheck } from "./outcome";

/** What the trust rules found about a conversion, by number (R31); empty when there was nothing to check. */
export async function listTrustChecks(tx: Tx, conversionId: string): Promise<TrustCheck[]> {
  return await listChecks(tx, conversionId);
}
