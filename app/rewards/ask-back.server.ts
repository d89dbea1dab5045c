import { enqueue } from "~/platform/jobs.server";
import type { Tx } from "~/platform/db.server";
import type { RewardRow } from "./reward-row";

/** More was handed over than is due: what can still be taken back is, by a job in the order of the champion's hand-overs (M5). */
export async function askBack(tx: Tx, { id: rewardId, championId }: RewardRow): Promise<void> {
  await enqueue(tx, "reverse-hand-over", { rewardId }, { queue: `champion:${championId}`, key: `reverse-hand-over:${rewardId}` });
}
