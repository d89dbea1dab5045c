import type { Tx } from "~/platform/db.server";
import type { RewardRow } from "./reward-row";

const DAY_MS = 86_400_000;

/** What a friend's payments earned so far, whoever was thanked, oldest first. */
export async function listRewardsOfConversions(tx: Tx, conversionIds: string[]): Promise<RewardRow[]> {
  return await tx.reward.findMany({ where: { conversionId: { in: conversionIds } }, orderBy: { id: "asc" } });
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

export interface ChampionRecord {
  /** Rewards granted before, whatever became of them (R9). */
  rewardsBefore: number;
  /** What was granted in the 30 days before, in minor units (R10). */
  grantedIn30DaysMinor: bigint;
}

/** What a champion was granted besides one conversion, for the routine checks (R9, R10). */
export async function readChampionRecord(
  tx: Tx,
  of: { championId: string; currency: string; exceptConversionId: string; at: Date },
): Promise<ChampionRecord> {
  const others = { championId: of.championId, conversionId: { not: of.exceptConversionId }, status: { not: "rejected" as const } };
  const since = new Date(of.at.getTime() - 30 * DAY_MS);
  const { _sum } = await tx.reward.aggregate({
    where: { ...others, currency: of.currency, createdAt: { gt: since } },
    _sum: { dueMinor: true },
  });
  return {
    rewardsBefore: await tx.reward.count({ where: others }),
    grantedIn30DaysMinor: _sum.dueMinor ?? 0n,
  };
}
