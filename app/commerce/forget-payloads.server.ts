import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { destroyPayloads } from "./inbox-store.server";

const KEPT_MS = 90 * 86_400_000;

/**
 * Takes payloads away 90 days after they came, and the key of a month once the last of that month is gone, so that no
 * copy of the table can be read either; head and hash of each event stay (L8). @returns how many payloads
 */
export async function forgetPayloads({ db = rootDb, clock = systemClock }: Deps = {}): Promise<number> {
  return await db.transaction("forget-payloads", (tx) => destroyPayloads(tx, new Date(clock.now().getTime() - KEPT_MS)));
}
