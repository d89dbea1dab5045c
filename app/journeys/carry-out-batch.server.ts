import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { enqueue } from "~/platform/jobs.server";
import { endBatch, nextOfBatch, settleInBatch, takeInHand, type BatchRow } from "~/rewards/batch-in-progress.server";
import { approveRewards } from "./approve-rewards.server";
import type { BatchLedger, DecisionItem } from "./decide-each.server";
import { refuseRewards } from "./refuse-rewards.server";
import { undoApprovals } from "./undo-approvals.server";

/** So many in one job, so that a worker that is asked to stop soon can. */
const PER_JOB = 1_000;
/** Fewer than the worker has connections: others go on. */
const AT_ONCE = 6;

/**
 * The job behind a batch (W19): decides about the rewards whose turn it is, each in a transaction of its own that also
 * notes what became of it. Called again it goes on where it was, whatever ended it.
 */
export async function carryOutBatch({ batchId }: { batchId: string }, { db = rootDb, clock = systemClock }: Deps = {}): Promise<void> {
  const next = await db.transaction("next-of-batch", (tx) => nextOfBatch(tx, batchId, PER_JOB));
  if (!next) return;
  const ledger: BatchLedger = {
    size: next.total,
    atOnce: AT_ONCE,
    takeInHand: (tx, rewardId) => takeInHand(tx, batchId, rewardId),
    settle: (tx, result) => {
      const { rewardId, outcome } = result;
      // A hand-over is told by a shop, never by a batch.
      if (outcome === "fulfilled") return;
      settleInBatch(tx, batchId, outcome === "not_done" ? { rewardId, outcome, code: result.code, version: null } : { rewardId, outcome, code: null, version: result.version });
    },
  };
  await decide(next.batch, next.items, ledger, { db, clock });
  await db.transaction("end-batch", async (tx) => {
    if (!(await endBatch(tx, batchId, clock.now()))) await enqueue(tx, "carry-out-batch", { batchId });
  });
}

async function decide({ act, by, clauseNumber, note, notGenuine, twoAdmins }: BatchRow, items: DecisionItem[], ledger: BatchLedger, deps: Required<Deps>) {
  if (act === "approve") return await approveRewards({ items, by, part: { twoAdmins, ledger } }, deps);
  if (act === "undo") return await undoApprovals({ items, by, ledger }, deps);
  // PostgreSQL starts no refusal without both (W14).
  if (clauseNumber === null || note === null) throw new RangeError("a refusal without clause or sentence");
  return await refuseRewards({ items, clauseNumber, note, notGenuine, by, ledger }, deps);
}
