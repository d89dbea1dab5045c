import { Prisma } from "../../prisma/generated/client";
import { newId } from "~/platform/ids";
import type { Tx } from "~/platform/db.server";
import { columnsOf } from "~/platform/sql.server";
import type { TraceStep } from "./attribution-trace";
import type { WeighedOutcome } from "./decision";

export type ConversionRow = Prisma.ConversionGetPayload<object>;

const COLUMNS = columnsOf(Prisma.ConversionScalarFieldEnum);

export async function findConversion(tx: Tx, id: string): Promise<ConversionRow | null> {
  return await tx.conversion.findUnique({ where: { id } });
}

/** What was decided about these purchases, and about the sign-ups of these customers. */
export async function listConversionsOf(tx: Tx, of: { purchaseIds: string[]; customerIds: string[] }): Promise<ConversionRow[]> {
  return await tx.sql.rows<ConversionRow>`
    select ${COLUMNS} from conversion where purchase_id = any(${of.purchaseIds})
    union all
    select ${COLUMNS} from conversion where lead_id in (select l.id from lead l where l.customer_id = any(${of.customerIds}))`;
}

export type ConversionFacts = Omit<ConversionRow, "id" | "trace"> & { trace: TraceStep[] };

/**
 * Writes the decision about a purchase or sign-up, or in place of the known one (one row for each, I22), with every
 * touch weighed. The friend is locked by the caller. @returns the conversion's id
 */
export async function saveConversion(
  tx: Tx,
  known: ConversionRow | null,
  facts: ConversionFacts,
  touches: readonly WeighedOutcome[],
): Promise<string> {
  const id = known?.id ?? newId("cnv");
  if (known) {
    await tx.conversion.update({ where: { id }, data: facts });
    await tx.conversionTouch.deleteMany({ where: { conversionId: id } });
  } else {
    tx.sql.insert("conversion", [{ id, ...facts, trace: JSON.stringify(facts.trace) }]);
  }
  tx.sql.insert("conversion_touch", touches.map(({ touchId, won, reason }) => ({ conversionId: id, touchId, won, reason })));
  return id;
}
