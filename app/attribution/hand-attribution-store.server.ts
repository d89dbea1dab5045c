import { Prisma } from "../../prisma/generated/client";
import type { Tx } from "~/platform/db.server";
import { columnsOf } from "~/platform/sql.server";

export type HandAttributionRow = Prisma.HandAttributionGetPayload<object>;

const COLUMNS = columnsOf(Prisma.HandAttributionScalarFieldEnum);

/** What staff decided about these purchases, the latest last. */
export async function listHandAttributions(tx: Tx, purchaseIds: string[]): Promise<HandAttributionRow[]> {
  return await tx.sql.rows<HandAttributionRow>`
    select ${COLUMNS} from hand_attribution where purchase_id = any(${purchaseIds}) order by decided_at, id`;
}

/** Keeps a decision by hand, once per purchase and what was seen of it. @returns whether it is new */
export async function insertHandAttribution(tx: Tx, row: HandAttributionRow): Promise<boolean> {
  const { count } = await tx.handAttribution.createMany({ data: row, skipDuplicates: true });
  return count === 1;
}
