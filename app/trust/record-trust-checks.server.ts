import type { Tx } from "~/platform/db.server";
import { replaceChecks } from "./check-store.server";
import type { TrustCheck } from "./trust-rules";

/** Keeps what the rules found about a conversion, in place of what they found on fewer facts (R31). */
export async function recordTrustChecks(tx: Tx, conversionId: string, checks: readonly TrustCheck[], now: Date): Promise<void> {
  await replaceChecks(tx, conversionId, checks, now);
}
