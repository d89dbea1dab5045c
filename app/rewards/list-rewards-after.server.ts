import { rootDb, type Deps } from "~/platform/deps.server";
import { pageArgs, pageOf, type PageOf, type PageWish } from "~/platform/page";
import type { Side } from "~/programs/reward-side";
import type { RewardStatus } from "./reward";
import type { RewardRow } from "./reward-row";

export interface RewardFilter {
  programId?: string;
  championId?: string;
  side?: Side;
  referralId?: string;
  conversionId?: string;
  status?: RewardStatus;
}

/** Rewards page by page, the newest first. */
export async function listRewardsAfter(
  { programId, championId, side, referralId, conversionId, status }: RewardFilter,
  wish: PageWish,
  { db = rootDb }: Pick<Deps, "db"> = {},
): Promise<PageOf<RewardRow>> {
  const { where, ...args } = pageArgs(wish);
  const rows = await db.transaction("list-rewards-after", (tx) =>
    tx.reward.findMany({ where: { AND: [where, { programId, championId, side, referralId, conversionId, status }] }, ...args }),
  );
  return pageOf(rows, wish);
}
