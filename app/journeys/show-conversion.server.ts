import { rootDb, type Deps } from "~/platform/deps.server";
import type { RewardRow } from "~/rewards/reward-row";
import { listRewardsOfConversions } from "~/rewards/rewards-of-friend.server";
import { readEvidence, type Evidence } from "./read-evidence.server";

export interface ShownConversion extends Evidence {
  /** What it led to, refused at the grant or not. */
  rewards: Pick<RewardRow, "id" | "status" | "reason" | "grantedMinor" | "dueMinor" | "currency">[];
}

/** One sale at the desk: whose it is and why, all that was compared, what it led to. @throws NotFoundError */
export async function showConversion(id: string, { db = rootDb }: Pick<Deps, "db"> = {}): Promise<ShownConversion> {
  return db.transaction("show-conversion", async (tx) => {
    const evidence = await readEvidence(tx, id);
    const rewards = await listRewardsOfConversions(tx, [id]);
    return {
      ...evidence,
      rewards: rewards.map(({ id: rewardId, status, reason, grantedMinor, dueMinor, currency }) => ({
        id: rewardId, status, reason, grantedMinor, dueMinor, currency,
      })),
    };
  });
}
