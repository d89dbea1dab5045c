import type { Tx } from "~/platform/db.server";
import { NotFoundError } from "~/platform/errors";
import { findChampionRow, findMembership, listOwnedRows, type ChampionOwner } from "./champion-store.server";

export type { ChampionOwner };

export type Champion = Awaited<ReturnType<typeof getChampion>>;

/** One membership. @throws NotFoundError */
export async function getChampion(tx: Tx, id: string) {
  const champion = await findChampionRow(tx, id);
  if (!champion) throw new NotFoundError("champion", { id });
  return champion;
}

/** Memberships by their ids, each with the person behind it; who is not there is left out. */
export async function listChampionsWithOwners(tx: Tx, ids: string[]): Promise<{ champion: Champion; owner: ChampionOwner }[]> {
  return ids.length === 0 ? [] : await listOwnedRows(tx, ids);
}

/** A person's membership of a program, in whatever state; null when they never asked. */
export function findChampionOf(tx: Tx, { personId, programId }: { personId: string; programId: string }) {
  return findMembership(tx, personId, programId);
}
