import { listLedgerLines } from "~/ledger/list-ledger-lines.server";
import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { ConflictError } from "~/platform/errors";
import { refuseOwn } from "./decidable.server";
import type { RewardRow } from "./reward-row";
import { lockReward } from "./reward-store.server";
import { takeStep } from "./take-step.server";

export interface UndoApprovalInput {
  rewardId: string;
  by: string;
  expectedVersion: number;
}

/**
 * Takes an approval back while the hold still runs: nothing has left the house. The ledger reverses the approval when
 * its amount is still the same (I5); after a refund in between it moves what is due.
 * @throws ConflictError `reward_changed`, `hold_over`
 */
export async function undoApproval(
  { rewardId, by, expectedVersion }: UndoApprovalInput,
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<RewardRow> {
  return await db.transaction("undo-approval", async (tx) => {
    const now = clock.now();
    const reward = await lockReward(tx, rewardId);
    await refuseOwn(tx, reward, by);
    if (reward.version !== expectedVersion) {
      throw new ConflictError("reward_changed", "the reward changed since it was shown", { rewardId });
    }
    if (reward.status !== "approved" || reward.holdEndsAt <= now) {
      throw new ConflictError("hold_over", "an approval is undone inside the hold only", { rewardId });
    }
    const approval = (await listLedgerLines(tx, rewardId)).findLast(({ kind }) => kind === "approve_reward");
    const same = approval?.entries.some(({ amountMinor }) => amountMinor === reward.dueMinor);
    return await takeStep(tx, reward, {
      // A person took it up again, so a person decides it.
      kind: "undo_approval",
      to: "pending",
      reason: "in_review",
      by,
      now,
      changes: { genuine: "open", payable: "open", needsPerson: true, decidedAt: null, decidedBy: null },
      reversesId: same ? approval?.id : null,
    });
  });
}
