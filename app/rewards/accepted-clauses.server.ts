import type { Tx } from "~/platform/db.server";
import type { Clause } from "~/programs/terms";

/**
 * The clauses that bound this champion at a moment: those of the version accepted last before it. Empty when none
 * was accepted, and then nothing can be refused by one.
 */
export async function acceptedClauses(tx: Tx, championId: string, at: Date): Promise<Clause[]> {
  const acceptance = await tx.termsAcceptance.findFirst({
    where: { championId, acceptedAt: { lte: at } },
    orderBy: { acceptedAt: "desc" },
    select: { termsVersionId: true },
  });
  if (!acceptance) return [];
  const version = await tx.termsVersion.findUniqueOrThrow({
    where: { id: acceptance.termsVersionId },
    select: { clauses: true },
  });
  // Checked when they were published, and such a row never changes.
  return version.clauses as unknown as Clause[];
}
