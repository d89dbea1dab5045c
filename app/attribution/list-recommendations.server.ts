import type { Tx } from "~/platform/db.server";

export interface RecommendationRow {
  conversionId: string;
  /** A sign-up; otherwise a purchase. */
  signUp: boolean;
  championId: string;
  linkId: string | null;
  occurredAt: Date;
}

/** Purchases and sign-ups these champions brought, or the champions who brought these purchases; the latest first, at most 50. */
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
    select: { id: true, leadId: true, championId: true, linkId: true, occurredAt: true },
  });
  return rows.flatMap(({ id, leadId, championId, linkId, occurredAt }) =>
    championId ? [{ conversionId: id, signUp: leadId !== null, championId, linkId, occurredAt }] : [],
  );
}
