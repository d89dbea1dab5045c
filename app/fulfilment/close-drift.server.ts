import type { Tx } from "~/platform/db.server";
import { ConflictError } from "~/platform/errors";
import { closeOpen } from "./drift-store.server";

/** Closes a difference that is open. @throws ConflictError `drift_closed` */
export async function closeDrift(tx: Tx, { driftId, note, by, now }: { driftId: string; note: string; by: string; now: Date }): Promise<void> {
  if (!(await closeOpen(tx, driftId, { closedAt: now, closedBy: by, note }))) throw new ConflictError("drift_closed", "it is closed already", { driftId });
}
