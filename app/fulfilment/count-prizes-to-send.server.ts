import type { Tx } from "~/platform/db.server";
import { countOrdersToSend } from "./prize-store.server";

/** How many prizes wait to be sent; null where no program ever offered one. */
export async function countPrizesToSend(tx: Tx): Promise<number | null> {
  return await countOrdersToSend(tx);
}
