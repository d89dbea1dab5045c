import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { findOpenPromises, type OpenPromise } from "./promise-store.server";

export type { OpenPromise };

const MOST = 200;

/** What waits for a person and was promised by an hour that comes within this time or has passed; promised first on top. */
export async function listOpenPromises({ withinMs }: { withinMs: number }, { db = rootDb, clock = systemClock }: Deps = {}): Promise<OpenPromise[]> {
  const before = new Date(clock.now().getTime() + withinMs);
  return await db.transaction("list-open-promises", (tx) => findOpenPromises(tx, before, MOST));
}
