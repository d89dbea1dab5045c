import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { countOpenPromises, findOpenPromises, type OpenPromise } from "./promise-store.server";

export type { OpenPromise };

const MOST = 200;

/** What waits for a person and was promised by an hour that comes within this time or has passed; promised first on top. */
export async function listOpenPromises({ withinMs }: { withinMs: number }, { db = rootDb, clock = systemClock }: Deps = {}): Promise<OpenPromise[]> {
  const before = new Date(clock.now().getTime() + withinMs);
  return await db.transaction("list-open-promises", (tx) => findOpenPromises(tx, before, MOST));
}

/** How many promises end within this time or have passed; 200 at most. */
export async function countPressingPromises({ withinMs }: { withinMs: number }, { db = rootDb, clock = systemClock }: Deps = {}): Promise<number> {
  const before = new Date(clock.now().getTime() + withinMs);
  return await db.transaction("count-pressing-promises", (tx) => countOpenPromises(tx, before, MOST));
}
