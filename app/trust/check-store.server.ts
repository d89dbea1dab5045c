import { newId } from "~/platform/ids";
import type { Tx } from "~/platform/db.server";
import type { TrustCheck } from "./trust-rules";

export async function replaceChecks(tx: Tx, conversionId: string, checks: readonly TrustCheck[], now: Date): Promise<void> {
  await tx.trustCheck.deleteMany({ where: { conversionId } });
  await tx.trustCheck.createMany({
    data: checks.map((check) => ({ id: newId("tru"), conversionId, ...check, checkedAt: now })),
  });
}
