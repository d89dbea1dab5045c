import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { findStripeConnection, moveCursor, readCursor } from "./connection-store.server";

const CURSOR = "stripe-events";
const DAY_MS = 86_400_000;

/** Up to where Stripe's list of events was read; at first, since we are connected, at most a day. */
export async function readReconcileCursor({ db = rootDb, clock = systemClock }: Deps = {}): Promise<Date> {
  return await db.transaction("read-reconcile-cursor", async (tx) => {
    const known = await readCursor(tx, CURSOR);
    if (known) return known;
    const connection = await findStripeConnection(tx);
    const yesterday = new Date(clock.now().getTime() - DAY_MS);
    return connection && connection.createdAt > yesterday ? connection.createdAt : yesterday;
  });
}

export async function saveReconcileCursor(position: Date, { db = rootDb, clock = systemClock }: Deps = {}): Promise<void> {
  await db.transaction("save-reconcile-cursor", (tx) => moveCursor(tx, CURSOR, position, clock.now()));
}
