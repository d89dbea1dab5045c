import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { forgetHashes } from "./customer-store.server";

/** 24 months, counted as days of 24 hours so that no month is too long. */
const KEPT_MS = 730 * 86_400_000;

/**
 * Takes away by what a deleted customer was recognised, 24 months after the deletion (A8, L8): until then the keyed hash
 * of the address tells that somebody who comes back is nobody's new friend. The purchases stay, with opaque ids.
 * @returns how many customers were forgotten
 */
export async function forgetDeletedCustomers({ db = rootDb, clock = systemClock }: Deps = {}): Promise<number> {
  return await db.transaction("forget-deleted-customers", (tx) => forgetHashes(tx, new Date(clock.now().getTime() - KEPT_MS)));
}
