import type { Tx } from "~/platform/db.server";
import { listAcceptances, listChampionRows, listMembershipsOf, searchByName } from "./champion-store.server";

/** Memberships of these people, of these ids, or with a text in the name for friends; at most 200. */
export async function listChampions(tx: Tx, by: { personIds: string[] } | { ids: string[] } | { name: string }) {
  if ("personIds" in by) return listMembershipsOf(tx, by.personIds);
  return "ids" in by ? listChampionRows(tx, by.ids) : searchByName(tx, by.name, 200);
}

/** The terms versions a champion accepted, the latest first: a refusal may quote only these (belief 4). */
export async function listAcceptedTerms(tx: Tx, championId: string) {
  return listAcceptances(tx, championId);
}
