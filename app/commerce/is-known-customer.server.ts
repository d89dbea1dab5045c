import { rootDb, type Deps } from "~/platform/deps.server";
import { countCustomersOf } from "./customer-store.server";
import { digestEmail } from "./email-digest.server";

/** Whether a shop or provider told us of somebody with this proven address, or of this person before. */
export async function isKnownCustomer(
  { personId, email }: { personId: string; email: string },
  { db = rootDb }: Deps = {},
): Promise<boolean> {
  const emailHash = digestEmail(email)?.emailHash ?? "";
  return db.transaction("is-known-customer", async (tx) => (await countCustomersOf(tx, { personId, emailHash })) > 0);
}
