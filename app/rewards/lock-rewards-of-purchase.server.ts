import type { Tx } from "~/platform/db.server";
import type { RewardRow } from "./reward-row";
import { lockRewardsOfPurchase as lock } from "./reward-store.server";

/** Locks what a payment earned, in one order for everybody; nothing when it earned nothing. */
export async function lockRewardsOfPurchase(tx: Tx, purchaseId: string): Promise<RewardRow[]> {
  return await lock(tx, purchaseId);
}
