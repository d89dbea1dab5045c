import type { Tx } from "~/platform/db.server";
import { ConflictError, NotFoundError } from "~/platform/errors";
import { findUndoOf, insertApprovedOf, insertBatch, lockBatch } from "./batch-store.server";

/**
 * Starts taking back what a batch approved so far, once. @param id of the new batch
 * @throws NotFoundError; ConflictError `batch_runs` while it still approves, `batch_empty` without an approval,
 * `batch_started` when somebody takes it back already
 */
export async function beginUndo(tx: Tx, { id, ofBatchId, by, now }: { id: string; ofBatchId: string; by: string; now: Date }): Promise<number> {
  const of = await lockBatch(tx, ofBatchId);
  if (of?.act !== "approve") throw new NotFoundError("batch", { batchId: ofBatchId });
  if (!of.finishedAt) throw new ConflictError("batch_runs", "a batch that runs is not taken back", { batchId: ofBatchId });
  if (await findUndoOf(tx, ofBatchId)) throw new ConflictError("batch_started", "it is taken back already", { batchId: ofBatchId });
  await insertBatch(tx, { id, act: "undo", by, place: of.place, ofBatchId, preparedAt: now, startedAt: now });
  const count = await insertApprovedOf(tx, { id, ofBatchId });
  if (count === 0) throw new ConflictError("batch_empty", "nothing in the batch was approved", { batchId: ofBatchId });
  return count;
}
