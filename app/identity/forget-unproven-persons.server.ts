import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { blankPersons } from "./person-store.server";

/**
 * Forgets every address that was only ever typed into the sign-in form and not proven within a day. The empty row
 * stays, because the outbox refers to it. @returns how many were forgotten
 */
export async function forgetUnprovenPersons({ db = rootDb, clock = systemClock }: Deps = {}): Promise<number> {
  const now = clock.now();
  return db.transaction("forget-unproven-persons", (tx) => blankPersons(tx, { unprovenUntil: { lte: now } }, now));
}
