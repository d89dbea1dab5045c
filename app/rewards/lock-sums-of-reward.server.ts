import type { Tx } from "~/platform/db.server";
import { getReward } from "./get-reward.server";
import { lockChampionSums } from "./reward-store.server";

/** Locks the sums of a reward's champion, before the reward itself: the order in which everybody locks. @throws NotFoundError */
export async function lockSumsOfReward(tx: Tx, rewardId: string): Promise<void> {
  await lockChampionSums(tx, (await getReward(tx, rewardId)).championId);
}
