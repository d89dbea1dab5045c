import { rootDb, type Deps } from "~/platform/deps.server";
import { setPerson } from "./customer-store.server";
import { digestEmail } from "./email-digest.server";

/** Customers with an address that a person proved to be theirs become that person's (R1). @returns how many */
export async function adoptCustomers(
  { personId, email }: { personId: string; email: string },
  { db = rootDb }: Deps = {},
): Promise<number> {
  const digest = digestEmail(email);
  return digest ? db.transaction("adopt-customers", (tx) => setPerson(tx, digest.emailHash, personId)) : 0;
}
