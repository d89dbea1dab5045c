import { rootDb, type Deps } from "~/platform/deps.server";
import { setPerson } from "./customer-store.server";
import { digestEmail } from "./email-digest.server";

/** Customers with an address that a person proved to be theirs become that person's (R1). @returns how many */
export async function adoptCustomers(
  { personId, email }: { personId: string; email: string },
  deps: Deps = {},
): Promise<number> {
  const digest = digestEmail(email);
  return digest ? adoptCustomersByHash({ personId, emailHash: digest.emailHash }, deps) : 0;
}

/** The same by the keyed hash of the address, which is all that is known of a buyer's. */
export async function adoptCustomersByHash(
  { personId, emailHash }: { personId: string; emailHash: string },
  { db = rootDb }: Deps = {},
): Promise<number> {
  return db.transaction("adopt-customers", (tx) => setPerson(tx, emailHash, personId));
}
