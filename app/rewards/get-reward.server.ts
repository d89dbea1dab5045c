import type { Tx } from "~/platform/db.server";
import { NotFoundError } from "~/platform/errors";
import type { RewardRow } from "./reward-row";
import { findReward } from "./reward-store.server";

/** One reward as it stands. @throws NotFoundError */
export async function getReward(tx: Tx, rewardId: string): Promise<RewardRow> {
  const reward = await findReward(tx, rewardId);
  if (!reward) throw new NotFoundError("reward", { rewardId });
  return reward;
}
