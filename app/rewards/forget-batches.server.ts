import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { deleteUnstarted } from "./batch-store.server";

const DAY_MS = 86_400_000;

/** Batches that somebody looked at and did not start go after a day: nothing was decided by them. @returns how many */
export async function forgetBatches({ db = rootDb, clock = systemClock }: Deps = {}): Promise<number> {
  return await db.transaction("forget-batches", (tx) => deleteUnstarted(tx, new Date(clock.now().getTime() - DAY_MS)));
}
