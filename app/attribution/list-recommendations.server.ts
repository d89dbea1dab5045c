import type { Tx } from "~/platform/db.server";

export interface RecommendationRow {
  conversionId: string;
  championId: string;
  linkId: string | null;
  occurredAt: Date;
}

/** Purchases these champions brought, or the champions who brought these purchases; the latest first, at most 50. */
export async function listRecommendations(
  tx: Tx,
  by: { championIds: string[] } | { purchaseIds: string[] },
): Promise<RecommendationRow[]> {
  const rows = await tx.conversion.findMany({
    where: {
      outcome: "attributed",
      ...("championIds" in by ? { championId: { in: by.championIds } } : { purchaseId: { in: by.purchaseIds } }),
    },
    orderBy: { occurredAt: "desc" },
    take: 50,
    select: { id: true, championId: true, linkId: true, occurredAt: true },
  });
  return rows.flatMap(({ id, championId, linkId, occurredAt }) =>
    championId ? [{ conversionId: id, championId, linkId, occurredAt }] : [],
  );
}
