import { Prisma } from "../../prisma/generated/client";
import type { Tx } from "~/platform/db.server";
import { columnsOf } from "~/platform/sql.server";

export type HandAttributionRow = Prisma.HandAttributionGetPayload<object>;

const COLUMNS = columnsOf(Prisma.HandAttributionScalarFieldEnum);

/** What staff decided about these purchases, and about the sign-ups of these customers; the latest last. */
export async function listHandAttributions(tx: Tx, of: { purchaseIds: string[]; customerIds: string[] }): Promise<HandAttributionRow[]> {
  return await tx.sql.rows<HandAttributionRow>`
    select ${COLUMNS} from hand_attribution where purchase_id = any(${of.purchaseIds})
    union all
    select ${COLUMNS} from hand_attribution where lead_id in (select l.id from lead l where l.customer_id = any(${of.customerIds}))
     order by decided_at, id`;
}

/** What staff decided about one purchase or sign-up, the latest last. */
export async function listHandAttributionsOf(tx: Tx, of: { purchaseId: string | null; leadId: string | null }): Promise<HandAttributionRow[]> {
  return await tx.handAttribution.findMany({
    where: of.purchaseId === null ? { leadId: of.leadId } : { purchaseId: of.purchaseId },
    orderBy: [{ decidedAt: "asc" }, { id: "asc" }],
  });
}

/** Keeps a decision by hand, once per purchase or sign-up and what was seen of it. @returns whether it is new */
export async function insertHandAttribution(tx: Tx, row: HandAttributionRow): Promise<boolean> {
  const { count } = await tx.handAttribution.createMany({ data: row, skipDuplicates: true });
  return count === 1;
}
