import type { Tx } from "~/platform/db.server";
import { updateCauseClosed } from "./cause-store.server";

/** Offers a cause to nobody any more; what was collected for it is still to be passed on. @returns whether it was offered */
export async function closeCause(tx: Tx, { causeId, now }: { causeId: string; now: Date }): Promise<boolean> {
  return await updateCauseClosed(tx, causeId, now);
}
