import { rootDb, type Deps } from "~/platform/deps.server";
import { getReward } from "./get-reward.server";
import { listRewardEvents } from "./reward-store.server";

/** One reward with every step it took, oldest first. @throws NotFoundError */
export async function getRewardHistory(rewardId: string, { db = rootDb }: Pick<Deps, "db"> = {}) {
  return db.transaction("get-reward-history", async (tx) => ({
    reward: await getReward(tx, rewardId),
    events: await listRewardEvents(tx, rewardId),
  }));
}
