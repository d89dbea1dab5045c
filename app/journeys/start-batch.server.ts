import { recordAudit } from "~/identity/record-audit.server";
import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { enqueue } from "~/platform/jobs.server";
import { beginBatch, type Refusal } from "~/rewards/begin-batch.server";
import { BATCH_TWO_ADMINS_MINOR } from "./approve-rewards.server";

/**
 * The button under a batch that was looked at: the worker carries it out from here on (W19).
 * @throws NotFoundError, ForbiddenError, ConflictError as `beginBatch`
 */
export async function startBatch(
  { batchId, by, refusal }: { batchId: string; by: string; refusal: Refusal | null },
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<void> {
  await db.transaction("start-batch", async (tx) => {
    const now = clock.now();
    const twoAdmins = (sumMinor: bigint) => sumMinor > BATCH_TWO_ADMINS_MINOR;
    const { batch, course } = await beginBatch(tx, { batchId, by, refusal, twoAdmins, now });
    const facts = { act: batch.act, rewards: course.total, twoAdmins: batch.twoAdmins };
    await recordAudit(tx, { by, action: "batch.started", object: batchId, facts, now });
    await enqueue(tx, "carry-out-batch", { batchId });
  });
}
