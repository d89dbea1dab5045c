import type { Tx } from "~/platform/db.server";
import type { RewardRow } from "./reward-row";
import { lockChampionSums, lockReward } from "./reward-store.server";

export interface RewardForPayout {
  reward: RewardRow;
  /** What this champion's other rewards that are approved and not yet sent are due, in minor units (M12). */
  otherUnsentMinor: bigint;
}

/** Locks a reward and its champion's sums before money leaves, so that the facts read are the facts acted on (W16). */
export async function lockForPayout(tx: Tx, where: { rewardId: string; championId: string }): Promise<RewardForPayout> {
  await lockChampionSums(tx, where.championId);
  const reward = await lockReward(tx, where.rewardId);
  const { _sum } = await tx.reward.aggregate({
    where: {
      championId: reward.championId, currency: reward.currency, id: { not: reward.id }, status: { in: ["approved", "payable"] },
    },
    _sum: { dueMinor: true },
  });
  return { reward, otherUnsentMinor: _sum.dueMinor ?? 0n };
}
