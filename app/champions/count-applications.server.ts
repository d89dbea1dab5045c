import type { Tx } from "~/platform/db.server";
import { countWaiting } from "./champion-store.server";

/** How many applications wait for an answer. */
export function countApplications(tx: Tx): Promise<number> {
  return countWaiting(tx);
}
