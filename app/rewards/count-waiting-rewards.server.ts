import type { Tx } from "~/platform/db.server";
import { countSomeWaiting } from "./queue-store.server";

/** Up to so many are counted beside a tab: nobody plans their day by more. */
const MOST = 1_000;

/** How many rewards lie in the drawer "waiting", those that want a person and those under appeal; 1,000 at most. */
export async function countWaitingRewards(tx: Tx): Promise<number> {
  return await countSomeWaiting(tx, MOST);
}
