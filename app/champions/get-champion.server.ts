import type { Tx } from "~/platform/db.server";
import { NotFoundError } from "~/platform/errors";
import { findChampionRow, findMembership, listChampionRows, listOwners, type ChampionOwner } from "./champion-store.server";

export type { ChampionOwner };

export type Champion = Awaited<ReturnType<typeof getChampion>>;

/** One membership. @throws NotFoundError */
export async function getChampion(tx: Tx, id: string) {
  const champion = await findChampionRow(tx, id);
  if (!champion) throw new NotFoundError("champion", { id });
  return champion;
}

/** Memberships by their ids; who is not there is left out. */
export async function listChampionsByIds(tx: Tx, ids: string[]): Promise<Champion[]> {
  return ids.length === 0 ? [] : await listChampionRows(tx, ids);
}

/** The people behind memberships, by membership. */
export async function listOwnersOf(tx: Tx, championIds: string[]): Promise<Map<string, ChampionOwner>> {
  return championIds.length === 0 ? new Map() : await listOwners(tx, championIds);
}

/** A person's membership of a program, in whatever state; null when they never asked. */
export function findChampionOf(tx: Tx, { personId, programId }: { personId: string; programId: string }) {
  return findMembership(tx, personId, programId);
}
