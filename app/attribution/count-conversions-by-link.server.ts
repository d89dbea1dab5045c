import type { Tx } from "~/platform/db.server";

/** How many purchases each of these links won (links without one are left out). */
export async function countConversionsByLink(tx: Tx, linkIds: string[]): Promise<Map<string, number>> {
  const counts = await tx.conversion.groupBy({
    by: ["linkId"],
    where: { linkId: { in: linkIds }, outcome: "attributed", purchaseId: { not: null } },
    _count: true,
  });
  return new Map(counts.map(({ linkId, _count }) => [linkId ?? "", _count]));
}
