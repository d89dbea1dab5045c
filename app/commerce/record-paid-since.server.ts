import type { Tx } from "~/platform/db.server";
import { lowerFirstPaidAt, type CustomerRow } from "./customer-store.server";
import { getCustomer } from "./lock-friend.server";

/** Notes that a customer paid before we listened (A8). @returns the customer as they are now */
export async function recordPaidSince(tx: Tx, customerId: string, at: Date | null): Promise<CustomerRow> {
  if (at) await lowerFirstPaidAt(tx, customerId, at);
  return await getCustomer(tx, customerId);
}
