import type { Tx } from "~/platform/db.server";
import { findChosenCause, type CauseRow } from "./cause-store.server";

/** The cause a champion gives to; null while they have to choose one. */
export async function findCauseOf(tx: Tx, championId: string): Promise<CauseRow | null> {
  return await findChosenCause(tx, championId);
}
