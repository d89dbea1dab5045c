import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { PROMISE_KINDS, type PromiseKind, type PromiseSum } from "./promise";
import { findPromises, sumPromises, type PromiseLine } from "./promise-store.server";

export type { PromiseLine };

const MOST = 200;

/** How many of the promises whose hour lay in a period were kept, kind by kind. A moved hour counts as the first one. */
export async function readPromises(period: { from: Date; to: Date }, { db = rootDb, clock = systemClock }: Deps = {}): Promise<PromiseSum[]> {
  const sums = await db.transaction("read-promises", (tx) => sumPromises(tx, { ...period, now: clock.now() }));
  return PROMISE_KINDS.map((kind) => sums.find((sum) => sum.kind === kind) ?? { kind, promised: 0, kept: 0 });
}

/** The promises behind such a figure, the broken ones on top; 200 at most. */
export async function listPromises(of: { from: Date; to: Date; kind: PromiseKind }, { db = rootDb, clock = systemClock }: Deps = {}): Promise<PromiseLine[]> {
  return await db.transaction("list-promises", (tx) => findPromises(tx, { ...of, now: clock.now(), take: MOST }));
}
