import type { Tx } from "~/platform/db.server";

export type HandAttributionRow = Awaited<ReturnType<typeof listHandAttributions>>[number];

/** What staff decided about these purchases, the latest last. */
export async function listHandAttributions(tx: Tx, purchaseIds: string[]) {
  return await tx.handAttribution.findMany({
    where: { purchaseId: { in: purchaseIds } },
    orderBy: [{ decidedAt: "asc" }, { id: "asc" }],
  });
}

/** Keeps a decision by hand, once per purchase and what was seen of it. @returns whether it is new */
export async function insertHandAttribution(tx: Tx, row: HandAttributionRow): Promise<boolean> {
  const { count } = await tx.handAttribution.createMany({ data: row, skipDuplicates: true });
  return count === 1;
}
