import type { PurchaseRow } from "~/commerce/lock-friend.server";
import type { ReadTakenBack } from "~/commerce/read-taken-back.server";
import type { Clock } from "~/platform/clock.server";
import { within, type Tx } from "~/platform/db.server";
import { adjustRewardForRefunds, type AdjustedRewardResult } from "~/rewards/adjust-reward-for-refunds.server";
import type { RewardRow } from "~/rewards/reward-row";
import { holdForDispute } from "~/rewards/hold-for-dispute.server";
import { mailReversed } from "./reward-mail.server";

/** A payment whose rewards are brought to what is due. */
export interface PaymentToAdjust {
  purchase: PurchaseRow;
  conversionId: string;
  /** The rewards it earned, one for each side at most; every other one was a mistake. */
  earnedIds: readonly string[];
  /** Every reward for it. */
  rewards: RewardRow[];
}

/**
 * Brings the rewards of a payment to what is due after refunds, disputes and late facts (M4 to M9, A6), whatever state
 * they are in, and tells who lost something. The sum of the facts decides, so that repeats and order cannot matter.
 */
export async function takeBackFrom(
  tx: Tx,
  { purchase, conversionId, earnedIds, rewards }: PaymentToAdjust,
  known: ReadonlyMap<string, ReadTakenBack>,
  clock: Clock,
): Promise<AdjustedRewardResult[]> {
  const takenBack = known.get(purchase.id);
  if (!takenBack) throw new RangeError(`nobody looked what was taken back of ${purchase.id}`);
  const { takenBackMinor, cause, disputeOpen, factKey } = takenBack;
  const { paidMinor } = purchase;
  if (rewards.every((reward) => isEven(reward, { ...takenBack, paidMinor, earnedIds }))) {
    return rewards.map((reward) => ({ reward, beforeMinor: reward.dueMinor, changed: false }));
  }
  const joined = { db: within(tx), clock };
  const results: AdjustedRewardResult[] = [];
  for (const { id: rewardId } of rewards) {
    const due = earnedIds.includes(rewardId)
      ? { takenBackMinor, cause, factKey }
      : { takenBackMinor: paidMinor, cause: "correction" as const, factKey: `decision:${conversionId}` };
    results.push(...(await adjustRewardForRefunds({ conversionId, rewardId, paidMinor, ...due }, joined)));
  }
  const standing = await holdForDispute({ conversionId, open: disputeOpen, factKey }, joined);
  for (const { reward, beforeMinor, changed } of results) {
    const lostCause = earnedIds.includes(reward.id) ? cause : "correction";
    if (changed && reward.dueMinor < beforeMinor && lostCause) await mailReversed(tx, { reward, clock }, { beforeMinor, cause: lostCause });
  }
  return results.map((result) => ({ ...result, reward: standing.find(({ id }) => id === result.reward.id) ?? result.reward }));
}

/** A reward that was earned, for the whole payment, with nothing taken back and nothing in dispute: most are. */
function isEven(
  reward: RewardRow,
  due: { takenBackMinor: bigint; disputeOpen: boolean; paidMinor: bigint; earnedIds: readonly string[] },
): boolean {
  const untouched = reward.takenBackMinor === 0n && reward.paidMinor === due.paidMinor && reward.reason !== "dispute_open";
  return untouched && due.takenBackMinor === 0n && !due.disputeOpen && due.earnedIds.includes(reward.id);
}
