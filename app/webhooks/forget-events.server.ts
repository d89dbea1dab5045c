import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { KEPT_MS } from "./attempt-times";
import { deleteDeliveries } from "./delivery-store.server";
import { deleteEvents, listEventIdsBefore } from "./event-store.server";

const BATCH = 1_000;

/** Takes events away 30 days after they happened, with their deliveries and what was answered (L8). @returns how many */
export async function forgetEvents({ db = rootDb, clock = systemClock }: Deps = {}): Promise<number> {
  const before = new Date(clock.now().getTime() - KEPT_MS);
  for (let forgotten = 0; ; ) {
    const count = await db.transaction("forget-events", async (tx) => {
      const ids = await listEventIdsBefore(tx, before, BATCH);
      await deleteDeliveries(tx, { eventIds: ids });
      await deleteEvents(tx, ids);
      return ids.length;
    });
    forgotten += count;
    if (count < BATCH) return forgotten;
  }
}
