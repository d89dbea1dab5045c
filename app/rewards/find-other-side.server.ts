import type { Tx } from "~/platform/db.server";
import { isUndecided } from "./reward";
import type { RewardRow } from "./reward-row";
import { listRewardsOf } from "./reward-store.server";

export type OtherSide = Pick<RewardRow, "side" | "version" | "dueMinor"> & { rewardId: string };

/** What the other side has for the same sale, where that can be decided as well (W6). */
export async function findOtherSide(tx: Tx, { conversionId, championId, side, milestone }: RewardRow): Promise<OtherSide | null> {
  if (milestone > 0) return null;
  const other = (await listRewardsOf(tx, [conversionId])).find(
    (reward) => reward.side !== side && reward.championId === championId && isUndecided(reward.status) && reward.reason !== "dispute_open",
  );
  return other ? { rewardId: other.id, side: other.side, version: other.version, dueMinor: other.dueMinor } : null;
}
