import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { deleteTokenLists } from "./token-list-store.server";

/** Forgets lists of tokens that are too old to bind anybody (L8). @returns how many */
export async function forgetTokenLists({ db = rootDb, clock = systemClock }: Deps = {}): Promise<number> {
  return db.transaction("forget-token-lists", (tx) => deleteTokenLists(tx, clock.now()));
}
