import { rootDb, type Deps } from "~/platform/deps.server";
import { pageArgs, pageOf, type PageOf, type PageWish } from "~/platform/page";
import type { ChampionStatus } from "./champion";

export interface ChampionFilter {
  id?: string;
  programId?: string;
  status?: ChampionStatus;
}

export interface ListedChampion {
  id: string;
  personId: string;
  programId: string;
  status: ChampionStatus;
  displayName: string;
  appliedAt: Date;
  joinedAt: Date | null;
  pausedAt: Date | null;
  leftAt: Date | null;
}

/** Memberships page by page, the newest first. */
export async function listChampionsAfter(
  { id, programId, status }: ChampionFilter,
  wish: PageWish,
  { db = rootDb }: Pick<Deps, "db"> = {},
): Promise<PageOf<ListedChampion>> {
  const { where, ...args } = pageArgs(wish);
  const select = {
    id: true, personId: true, programId: true, status: true, displayName: true, appliedAt: true, joinedAt: true, pausedAt: true, leftAt: true,
  };
  const rows = await db.transaction("list-champions-after", (tx) =>
    tx.champion.findMany({ where: { AND: [where, { id, programId, status }] }, ...args, select }),
  );
  return pageOf(rows, wish);
}
