import { recordAudit } from "~/identity/record-audit.server";
import { within } from "~/platform/db.server";
import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { undoApproval } from "~/rewards/undo-approval.server";
import { decideEach, type DecisionItem, type DecisionResult } from "./decide-each.server";

export interface UndoApprovalsInput {
  items: readonly DecisionItem[];
  by: string;
}

/** Takes approvals back while their hold runs; within the first moments the champion never heard of them. */
export async function undoApprovals(
  { items, by }: UndoApprovalsInput,
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<DecisionResult[]> {
  return await decideEach({ items, by, act: "undo" }, { db, clock }, async (tx, { rewardId, version }) => {
    const reward = await undoApproval({ rewardId, by, expectedVersion: version }, { db: within(tx), clock });
    await recordAudit(tx, { by, action: "reward.approval_undone", object: rewardId, now: clock.now() });
    return { outcome: "undone", version: reward.version };
  });
}
