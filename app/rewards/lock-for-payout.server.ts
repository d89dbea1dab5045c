import type { Tx } from "~/platform/db.server";
import { holderOf } from "./reward-holder";
import type { RewardRow } from "./reward-row";
import { lockChampionSums, lockReward } from "./reward-store.server";
import { sumUnsent } from "./sum-unsent.server";

export interface RewardForPayout {
  reward: RewardRow;
  otherUnsentMinor: bigint;
}

/** Locks a reward and its champion's sums before money leaves, so that the facts read are the facts acted on (W16). */
export async function lockForPayout(
  tx: Tx,
  where: { rewardId: string; championId: string },
): Promise<RewardForPayout> {
  await lockChampionSums(tx, where.championId);
  const reward = await lockReward(tx, where.rewardId);
  const { currency, id: exceptId } = reward;
  return { reward, otherUnsentMinor: await sumUnsent(tx, { holder: holderOf(reward), currency, exceptId }) };
}
