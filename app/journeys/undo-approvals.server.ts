import { recordAudit } from "~/identity/record-audit.server";
import { within } from "~/platform/db.server";
import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { getReward } from "~/rewards/get-reward.server";
import { undoApproval } from "~/rewards/undo-approval.server";
import { recordVerdict } from "~/trust/record-verdict.server";
import { takeBackApprovalMail } from "./approval-mail.server";
import { decideEach, type BatchLedger, type DecisionItem, type DecisionResult } from "./decide-each.server";

export interface UndoApprovalsInput {
  items: readonly DecisionItem[];
  by: string;
  /** Of a large batch. */
  ledger?: BatchLedger;
}

/**
 * Takes approvals back while their hold runs. A champion who heard of one by then is told that we spoke too soon; within
 * the first moments nobody did.
 */
export async function undoApprovals(
  { items, by, ledger }: UndoApprovalsInput,
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<DecisionResult[]> {
  return await decideEach({ items, by, act: "undo", ledger }, { db, clock }, async (tx, { rewardId, version }) => {
    const approved = await getReward(tx, rewardId);
    const reward = await undoApproval({ rewardId, by, expectedVersion: version }, { db: within(tx), clock });
    await takeBackApprovalMail(tx, { reward: approved, clock });
    recordVerdict(tx, { ...reward, genuine: null, source: "undo", by, now: clock.now() });
    await recordAudit(tx, { by, action: "reward.approval_undone", object: rewardId, now: clock.now() });
    return { outcome: "undone", version: reward.version };
  });
}
