import type { Tx } from "~/platform/db.server";
import { ConflictError, ForbiddenError, NotFoundError } from "~/platform/errors";
import { courseOf, type BatchCourse } from "./batch";
import { lockBatch, sumItems, updateBatch, type BatchRow } from "./batch-store.server";

export interface Refusal {
  /** 1 is the first clause of the terms all champions of the batch accepted. */
  clauseNumber: number;
  /** The kind sentence they read. */
  note: string;
  notGenuine: boolean;
}

interface Beginning {
  batchId: string;
  by: string;
  refusal: Refusal | null;
  /** Whether so much needs two people (W12). */
  twoAdmins: (sumMinor: bigint) => boolean;
  now: Date;
}

/**
 * Starts what somebody prepared and looked at.
 * @throws NotFoundError; ForbiddenError for what another person prepared
 * @throws ConflictError `batch_started` when it runs already, `batch_empty` when nothing in it can be decided
 */
export async function beginBatch(tx: Tx, { batchId, by, refusal, twoAdmins, now }: Beginning): Promise<{ batch: BatchRow; course: BatchCourse }> {
  const batch = await lockBatch(tx, batchId);
  if (!batch || (batch.act === "refuse") !== (refusal !== null)) throw new NotFoundError("batch", { batchId });
  if (batch.by !== by) throw new ForbiddenError("who looked at a batch starts it");
  if (batch.startedAt) throw new ConflictError("batch_started", "the batch was started before", { batchId });
  const course = courseOf(await sumItems(tx, batchId));
  if (course.total === 0) throw new ConflictError("batch_empty", "nothing in the batch can be decided", { batchId });
  const sumMinor = course.sums.reduce((sum, { amountMinor }) => sum + amountMinor, 0n);
  const changes = { ...refusal, startedAt: now, twoAdmins: batch.act === "approve" && twoAdmins(sumMinor) };
  await updateBatch(tx, batchId, changes);
  return { batch: { ...batch, ...changes }, course };
}
