import { getConversion, type ConversionDetail } from "~/attribution/get-conversion.server";
import { getPurchaseFacts, type PurchaseView } from "~/commerce/get-purchase-facts.server";
import { rootDb, type Deps } from "~/platform/deps.server";
import type { RewardRow } from "~/rewards/reward-row";
import { listRewardsOfConversions } from "~/rewards/rewards-of-friend.server";
import { listTrustChecks } from "~/trust/list-trust-checks.server";
import type { TrustCheck } from "~/trust/outcome";

export interface ShownConversion {
  conversion: ConversionDetail;
  /** Null for a sign-up, with which nothing was paid. */
  purchase: PurchaseView | null;
  checks: TrustCheck[];
  /** What it led to, refused at the grant or not. */
  rewards: Pick<RewardRow, "id" | "status" | "reason" | "grantedMinor" | "dueMinor" | "currency">[];
}

/** One sale or sign-up at the desk: whose it is and why, all that was compared, what it led to. @throws NotFoundError */
export async function showConversion(id: string, { db = rootDb }: Pick<Deps, "db"> = {}): Promise<ShownConversion> {
  return db.transaction("show-conversion", async (tx) => {
    const conversion = await getConversion(tx, id);
    const rewards = await listRewardsOfConversions(tx, [id]);
    return {
      conversion,
      purchase: conversion.purchaseId === null ? null : await getPurchaseFacts(tx, conversion.purchaseId),
      checks: await listTrustChecks(tx, id),
      rewards: rewards.map(({ id: rewardId, status, reason, grantedMinor, dueMinor, currency }) => ({
        id: rewardId, status, reason, grantedMinor, dueMinor, currency,
      })),
    };
  });
}
