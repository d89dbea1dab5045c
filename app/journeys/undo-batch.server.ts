import { recordAudit } from "~/identity/record-audit.server";
import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { newId } from "~/platform/ids";
import { enqueue } from "~/platform/jobs.server";
import { beginUndo } from "~/rewards/begin-undo.server";

/**
 * Takes back what a batch approved, as far as the holds still run; each on its own terms, as one alone would be.
 * @returns the id of the batch that does it. @throws NotFoundError, ConflictError as `beginUndo`
 */
export async function undoBatch({ batchId, by }: { batchId: string; by: string }, { db = rootDb, clock = systemClock }: Deps = {}): Promise<string> {
  return await db.transaction("undo-batch", async (tx) => {
    const id = newId("bat");
    const now = clock.now();
    const rewards = await beginUndo(tx, { id, ofBatchId: batchId, by, now });
    await recordAudit(tx, { by, action: "batch.started", object: id, facts: { act: "undo", rewards, of: batchId }, now });
    await enqueue(tx, "carry-out-batch", { batchId: id });
    return id;
  });
}
