import type { Tx } from "~/platform/db.server";
import { findTokenList } from "./token-list-store.server";

const LIST = /^tkl_[A-Za-z0-9_-]{43}$/;

/** The click tokens a shop's server means: one by itself, or those of a list a page made. None for an empty text. */
export async function tokensBehind(tx: Tx, clickId: string): Promise<string[]> {
  if (clickId === "") return [];
  // A name nobody knows is handed on: it reads as a token that is not ours.
  return (LIST.test(clickId) && (await findTokenList(tx, clickId))) || [clickId];
}
