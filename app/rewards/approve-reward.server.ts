import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { ConflictError } from "~/platform/errors";
import { decidable } from "./decidable.server";
import { personBehind } from "./person-behind.server";
import type { RewardRow } from "./reward-row";
import { listRewardEvents } from "./reward-store.server";
import { takeStep } from "./take-step.server";

export interface ApproveRewardInput {
  rewardId: string;
  /** `person:psn_…`, or `api:apk_…` */
  by: string;
  /** The version the person looked at. */
  expectedVersion: number;
  /** A batch above the limit: this approval is the first of two, whatever the reward alone would need (W12). */
  twoAdmins?: boolean;
}

export interface ApprovedReward {
  reward: RewardRow;
  /** False after the first of two approvals: another admin still has to agree. */
  approved: boolean;
}

/**
 * Approves one reward by hand; it leaves the house when its hold is over.
 * @throws ConflictError `reward_changed`, `reward_step_refused`, `dispute_open`, `second_admin_needed`
 * @throws ForbiddenError for one's own reward (W15)
 */
export async function approveReward(
  { rewardId, by, expectedVersion, twoAdmins = false }: ApproveRewardInput,
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<ApprovedReward> {
  return await db.transaction("approve-reward", async (tx) => {
    const now = clock.now();
    const reward = await decidable(tx, { rewardId, by, expectedVersion });
    if (reward.reason === "dispute_open") {
      throw new ConflictError("dispute_open", "a disputed payment is not approved", { rewardId });
    }
    const needed = twoAdmins ? 2 : reward.approvalsNeeded;
    if (needed > 1) {
      const first = await firstApproval(tx, reward);
      if (first && (await personBehind(tx, first)) === (await personBehind(tx, by)))
        throw new ConflictError("second_admin_needed", "the second approval is another person's", {
          rewardId,
        });
      if (!first) {
        const waiting = await takeStep(tx, reward, {
          // The reason a champion reads stays; the history tells who went first.
          kind: "first_approval",
          to: reward.status,
          by,
          now,
          changes: { approvalsNeeded: needed },
        });
        return { reward: waiting, approved: false };
      }
    }
    const approved = await takeStep(tx, reward, {
      kind: "approve_reward",
      to: "approved",
      reason: null,
      by,
      now,
      changes: { genuine: "yes", payable: "yes", needsPerson: false, decidedAt: now, decidedBy: by },
    });
    return { reward: approved, approved: true };
  });
}

/** Who gave the first of two approvals since the reward last began to wait; null when nobody did. */
async function firstApproval(
  tx: Parameters<typeof listRewardEvents>[0],
  reward: RewardRow,
): Promise<string | null> {
  const events = await listRewardEvents(tx, reward.id);
  const began = events.findLastIndex(({ fromStatus, toStatus }) => fromStatus !== toStatus);
  return events.slice(began).find(({ kind }) => kind === "first_approval")?.by ?? null;
}
