import { rootDb, type Deps } from "~/platform/deps.server";
import { countCustomersOf, setPerson } from "./customer-store.server";

/**
 * Ties buyers with this address to the person who proved that it is theirs: from then on they are one (R1), and their
 * balance at the provider can be credited. A buyer who belongs to somebody stays theirs.
 * @returns how many were tied now
 */
export async function linkCustomers(
  { personId, emailHash }: { personId: string; emailHash: string },
  { db = rootDb }: Pick<Deps, "db"> = {},
): Promise<number> {
  return await db.transaction("link-customers", (tx) => setPerson(tx, emailHash, personId));
}

/** Whether a person, or their address, is known as a customer of the shop. */
export async function isCustomer(
  of: { personId: string; emailHash: string },
  { db = rootDb }: Pick<Deps, "db"> = {},
): Promise<boolean> {
  return await db.transaction("is-customer", async (tx) => (await countCustomersOf(tx, of)) > 0);
}
