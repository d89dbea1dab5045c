import type { Tx } from "~/platform/db.server";
import { findCustomerIdsOf } from "./customer-store.server";

/** The customers that are this person, or have the mailbox they proved. */
export async function listCustomerIds(tx: Tx, by: { personId: string; emailHash: string }): Promise<string[]> {
  return await findCustomerIdsOf(tx, by);
}
