import type { Tx } from "~/platform/db.server";
import { ConflictError, NotFoundError } from "~/platform/errors";
import { newId } from "~/platform/ids";
import { findConversion, type ConversionRow } from "./conversion-store.server";
import { insertHandAttribution } from "./hand-attribution-store.server";

export interface HandAttributionInput {
  conversionId: string;
  /** Null: nobody brought this friend. */
  to: { programId: string; championId: string; linkId: string } | null;
  /** For the trail, which stays for ever: nobody's name. */
  reason: string;
  by: string;
  /** The `factsHash` of the conversion as the person saw it. */
  basis: string;
}

/**
 * Keeps what somebody decided by hand about a purchase or sign-up (A19). The friend is locked by the caller.
 * @returns the id of the decision, and the conversion as it was until now
 * @throws ConflictError `attribution_changed` when it is not what they looked at, `attribution_unchanged`
 */
export async function recordHandAttribution(
  tx: Tx,
  { conversionId, to, reason, by, basis }: HandAttributionInput,
  now: Date,
): Promise<{ id: string; before: ConversionRow }> {
  const before = await findConversion(tx, conversionId);
  if (!before) throw new NotFoundError("conversion", { conversionId });
  if (before.factsHash !== basis || before.reason === "duplicate") throw new ConflictError("attribution_changed", "somebody decided meanwhile", { conversionId });
  if (before.championId === (to?.championId ?? null)) {
    throw new ConflictError("attribution_unchanged", "it counts for them already", { conversionId });
  }
  const nobody = { programId: null, championId: null, linkId: null };
  const { purchaseId, leadId } = before;
  const row = { id: newId("hnd"), purchaseId, leadId, ...(to ?? nobody), reason, by, basis, decidedAt: now };
  const isNew = await insertHandAttribution(tx, row);
  if (!isNew) throw new ConflictError("attribution_changed", "this was decided before", { conversionId });
  return { id: row.id, before };
}
