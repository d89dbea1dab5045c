import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { deleteClicks } from "./click-store.server";

const KEPT_MS = 90 * 86_400_000;

/**
 * Deletes clicks 90 days after they happened, and the hashes of network and browser with them (L8). No figure changes:
 * the totals of each day, link and channel stay, and so does the channel of what was claimed or presented.
 * @returns how many clicks
 */
export async function forgetClicks({ db = rootDb, clock = systemClock }: Deps = {}): Promise<number> {
  return await db.transaction("forget-clicks", (tx) => deleteClicks(tx, new Date(clock.now().getTime() - KEPT_MS)));
}
