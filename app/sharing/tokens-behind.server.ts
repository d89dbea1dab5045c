import type { Tx } from "~/platform/db.server";
import { isTokenListName } from "./token-list-name";
import { findTokenList } from "./token-list-store.server";

/** The click tokens a shop means: one by itself, or those of a list a page made. None for an empty text. */
export async function tokensBehind(tx: Tx, clickId: string): Promise<string[]> {
  if (clickId === "") return [];
  // A name nobody knows is handed on: it reads as a token that is not ours.
  return (isTokenListName(clickId) && (await findTokenList(tx, clickId))) || [clickId];
}
