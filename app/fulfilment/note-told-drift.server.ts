import type { Tx } from "~/platform/db.server";
import type { FoundDrift } from "./drift";
import { insertDrift } from "./drift-store.server";

/** Puts what Stripe told before a person at the desk (M16); told again while it is open it changes nothing. */
export async function noteToldDrift(tx: Tx, drift: FoundDrift, now: Date): Promise<void> {
  await insertDrift(tx, drift, now);
}
