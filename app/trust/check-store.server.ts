import { newId } from "~/platform/ids";
import type { Tx } from "~/platform/db.server";
import type { TrustCheck } from "./outcome";

export function deleteChecks(tx: Tx, conversionId: string): void {
  tx.sql.send`delete from trust_check where conversion_id = ${conversionId}`;
}

export function insertChecks(tx: Tx, conversionId: string, checks: readonly TrustCheck[], now: Date): void {
  tx.sql.insert("trust_check", checks.map((check) => ({ id: newId("tru"), conversionId, ...check, checkedAt: now })));
}

/** What the rules found about a conversion, in the order of their numbers. */
export async function listChecks(tx: Tx, conversionId: string): Promise<TrustCheck[]> {
  const checks = await tx.trustCheck.findMany({ where: { conversionId } });
  return checks
    .map(({ rule, version, outcome, compared }) => ({ rule, version, outcome, compared: compared as TrustCheck["compared"] }))
    .sort((a, b) => a.rule.localeCompare(b.rule, "en", { numeric: true }));
}
