import { Batches } from "~/platform/batches.server";
import type { Database } from "~/platform/db.server";
import { rootDb, type Deps } from "~/platform/deps.server";
import { log } from "~/platform/log.server";
import { insertFunnelEvents, type NewFunnelEvent } from "./funnel-store.server";

/** Pages shown within this time are counted in one transaction. */
const GATHER_MS = 20;

const batches = new WeakMap<Database, Batches<NewFunnelEvent>>();

/**
 * Counts a landing page that is being shown, together with those shown at the same time. The friend does not wait for it:
 * the click before the page was committed already, and attribution asks nothing of this count. It may be behind by some
 * milliseconds, which a process that is killed takes along; what the database refuses is told in the log.
 */
export function noteLanding(landing: Omit<NewFunnelEvent, "kind">, { db = rootDb }: Pick<Deps, "db"> = {}): void {
  batchesOf(db).add({ kind: "landing_shown", ...landing });
}

/** Until every landing page shown by this process is counted: before it ends. */
export async function landingsNoted({ db = rootDb }: Pick<Deps, "db"> = {}): Promise<void> {
  await batches.get(db)?.settled();
}

function batchesOf(db: Database): Batches<NewFunnelEvent> {
  let of = batches.get(db);
  if (!of) {
    const write = (events: NewFunnelEvent[]) => db.transaction("note-landings", (tx) => insertFunnelEvents(tx, events));
    const failed = (error: unknown, events: NewFunnelEvent[]) => log.error({ err: error, pages: events.length }, "landing pages shown and not counted");
    batches.set(db, (of = new Batches(write, failed, GATHER_MS)));
  }
  return of;
}
