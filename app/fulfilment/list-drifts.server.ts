import { rootDb, type Deps } from "~/platform/deps.server";
import type { Tx } from "~/platform/db.server";
import { countOpen, findClosed, findOpen, type DriftRow } from "./drift-store.server";

const LATEST = 100;

/** How many differences from Stripe wait for a person. */
export async function countDrifts(tx: Tx): Promise<number> {
  return await countOpen(tx);
}

/** The differences that are open, the oldest first, or the latest that were closed. */
export async function listDrifts({ closed }: { closed: boolean }, { db = rootDb }: Pick<Deps, "db"> = {}): Promise<DriftRow[]> {
  return await db.transaction("list-drifts", (tx) => (closed ? findClosed(tx, LATEST) : findOpen(tx)));
}
