import type { Tx } from "~/platform/db.server";
import { readMilestones, type Milestones } from "./read-milestones.server";
import { lockChampionSums } from "./reward-store.server";

/** Reads a champion's milestones while nobody else thanks that champion, so that two friends at once are not both the third. */
export async function lockMilestones(tx: Tx, championId: string, versions: Parameters<typeof readMilestones>[2]): Promise<Milestones> {
  await lockChampionSums(tx, championId);
  return await readMilestones(tx, championId, versions);
}
