import type { Tx } from "~/platform/db.server";

/** The shop's own numbers of the customers that these people are. */
export async function externalIdsOf(tx: Tx, personIds: string[]): Promise<Map<string, string[]>> {
  const rows = await tx.customer.findMany({
    where: { personId: { in: personIds }, externalId: { not: null }, deletedAt: null },
    orderBy: { id: "asc" },
    select: { personId: true, externalId: true },
  });
  const ids = new Map<string, string[]>();
  for (const { personId, externalId } of rows) {
    if (personId && externalId) ids.set(personId, [...(ids.get(personId) ?? []), externalId]);
  }
  return ids;
}
