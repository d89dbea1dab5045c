import { rootDb, type Deps } from "~/platform/deps.server";
import { listKeptAfter } from "./expiry-store.server";

export interface KeptReward {
  id: string;
  championId: string;
  programVersionId: string;
}

/** Rewards that wait for something they could come off (W17), in the order of their ids. */
export async function listKeptRewards(
  { after, limit }: { after: string; limit: number },
  { db = rootDb }: Pick<Deps, "db"> = {},
): Promise<KeptReward[]> {
  return await db.transaction("list-kept-rewards", (tx) => listKeptAfter(tx, after, limit));
}
