import type { Tx } from "~/platform/db.server";
import { countDrawers } from "./queue-store.server";
import { NO_FILTER } from "./queue-view";

/** How many rewards lie in the drawer "waiting": those that want a person, and those under appeal. */
export async function countWaitingRewards(tx: Tx): Promise<number> {
  return (await countDrawers(tx, ["waiting"], NO_FILTER)).waiting;
}
