import type { Tx } from "~/platform/db.server";
import { statusAfterAdjustment } from "./reward";
import { askBack } from "./ask-back.server";
import type { AdjustmentCause } from "./adjustment-reason";
import type { RewardRow } from "./reward-row";
import { lockReward } from "./reward-store.server";
import { takeStep } from "./take-step.server";

interface Mark {
  rewardId: string;
  now: Date;
  /** Who handed it over, when it was not the worker. */
  by?: string;
}

/** The instruction is committed with this: from here on its outcome decides (F32). */
export async function markRewardInTransit(tx: Tx, { rewardId, now, by = "system" }: Mark): Promise<RewardRow> {
  const reward = await lockReward(tx, rewardId);
  return await takeStep(tx, reward, {
    kind: "send_reward",
    to: "in_transit",
    reason: null,
    by,
    now,
  });
}

/**
 * The provider, or the host, confirmed. Refunds that came while it was on its way are a receivable by now (M5), so the reward may be
 * partly or wholly reversed at once.
 * @param settledMinor the due amount this hand-over settled, in minor units
 */
export async function markRewardPaid(
  tx: Tx,
  { rewardId, settledMinor, now, by = "system" }: Mark & { settledMinor: bigint },
): Promise<RewardRow> {
  const reward = await lockReward(tx, rewardId);
  const cause = reward.reason as AdjustmentCause;
  const paid = await takeStep(tx, reward, {
    kind: "pay_reward",
    to: "paid",
    reason: null,
    by,
    amountMinor: settledMinor,
    now,
    changes: { paidAt: now },
  });
  const { dueMinor } = paid;
  const to = statusAfterAdjustment({ status: "paid", dueMinor, settledMinor, statusBeforeReversal: null });
  if (to === "paid") return paid;
  await askBack(tx, paid);
  return await takeStep(tx, paid, {
    kind: "settle_reward",
    to,
    reason: cause,
    by: "system",
    amountMinor: dueMinor - settledMinor,
    now,
  });
}

/**
 * All that was handed over for it came back (M5, M16). What is still due is payable again; where nothing is, it stays
 * reversed, and a refund that fails later sends it through the release anew (I16).
 * @param reason why it is payable again, in the reason codes
 */
export async function markRewardReturned(
  tx: Tx,
  { rewardId, amountMinor, reason, now, by = "system" }: Mark & { amountMinor: bigint; reason: string | null },
): Promise<RewardRow> {
  const reward = await lockReward(tx, rewardId);
  const again = reward.dueMinor > 0n;
  return await takeStep(tx, reward, {
    kind: "return_reward",
    to: again ? "payable" : reward.status,
    reason: again ? reason : reward.reason,
    by,
    amountMinor,
    now,
    changes: { paidAt: null },
  });
}

/** Payable, but it cannot leave yet: why, in the reason codes; null when nothing of the champion's is missing any more. Saying the same again changes nothing. */
export async function markRewardWaiting(
  tx: Tx,
  { rewardId, reason, now }: Mark & { reason: string | null },
): Promise<RewardRow> {
  const reward = await lockReward(tx, rewardId);
  if (reward.status === "payable" && reward.reason === reason) return reward;
  return await takeStep(tx, reward, { kind: "delay_reward", to: "payable", reason, by: "system", now });
}
