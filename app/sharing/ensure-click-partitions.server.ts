import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { ensurePartition } from "./click-store.server";

const MONTHS_AHEAD = 3;

/** Makes the clicks' month partitions ahead of time, so that no click ever waits for one. */
export async function ensureClickPartitions({ db = rootDb, clock = systemClock }: Deps = {}): Promise<void> {
  const now = clock.now();
  await db.transaction("ensure-click-partitions", async (tx) => {
    for (let month = 0; month <= MONTHS_AHEAD; month++) {
      await ensurePartition(tx, new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + month, 1)));
    }
  });
}
