import { adoptCustomersByHash } from "~/commerce/adopt-customers.server";
import { findProvenPerson } from "~/identity/person-hashes.server";
import { within, type Tx } from "~/platform/db.server";

/** A buyer whose address somebody proved to be theirs is that person (R1). */
export async function linkToPerson(tx: Tx, emailHash: string | null): Promise<void> {
  const personId = emailHash && (await findProvenPerson(tx, emailHash));
  if (emailHash && personId) await adoptCustomersByHash({ personId, emailHash }, { db: within(tx) });
}
