import { setTimeout as wait } from "node:timers/promises";
import { Batches } from "~/platform/batches.server";
import type { Database } from "~/platform/db.server";
import { rootDb, type Deps } from "~/platform/deps.server";
import { log } from "~/platform/log.server";
import { insertFunnelEvents, type NewFunnelEvent } from "./funnel-store.server";

/** A friend waits no longer for the count than this; it goes on without them. */
const PATIENCE_MS = 300;

type Landing = Omit<NewFunnelEvent, "kind">;

const batches = new WeakMap<Database, Batches<NewFunnelEvent>>();

/**
 * Counts a landing page that is about to be shown, together with those shown meanwhile: committed before the page goes
 * out, so that what a friend saw is never missing from the funnel. Where the database does not answer the page goes out
 * all the same, and the log says what could not be counted.
 */
export async function noteLanding(landing: Landing, { db = rootDb }: Pick<Deps, "db"> = {}): Promise<void> {
  const noted = batchesOf(db).add({ kind: "landing_shown", ...landing });
  const told = noted.catch((error: unknown) => log.error({ err: error, linkId: landing.linkId }, "landing shown and not counted"));
  await Promise.race([told, wait(PATIENCE_MS, undefined, { ref: false })]);
}

function batchesOf(db: Database): Batches<NewFunnelEvent> {
  let of = batches.get(db);
  if (!of) {
    of = new Batches((events) => db.transaction("note-landings", (tx) => insertFunnelEvents(tx, events)));
    batches.set(db, of);
  }
  return of;
}
