import type { Tx } from "~/platform/db.server";
import type { RewardRow } from "./reward-row";
import { listRewardsOf } from "./reward-store.server";

/** What a friend's payments earned so far, whoever was thanked, oldest first; milestones count friends and stand apart. */
export async function listRewardsOfConversions(tx: Tx, conversionIds: string[]): Promise<RewardRow[]> {
  return conversionIds.length === 0 ? [] : await listRewardsOf(tx, conversionIds);
}

/** A person or the end of the hold decided: from then on the attribution behind it stands (A6, A19). */
export function isDecided({ decidedAt, status, decidedBy }: Pick<RewardRow, "decidedAt" | "status" | "decidedBy">): boolean {
  const refusedAtGrant = status === "rejected" && !decidedBy?.startsWith("person:");
  return decidedAt !== null && !refusedAtGrant;
}

/** It is on its way to the champion or was received, whatever was taken back since: no hand moves it any more (A19). */
export function hasLeft({ status, paidAt }: Pick<RewardRow, "status" | "paidAt">): boolean {
  return status === "in_transit" || paidAt !== null;
}
