import type { Tx } from "~/platform/db.server";
import { findPersonByEmailHash, findPersonById } from "./person-store.server";

/** The keyed hash of a person's address, to compare with a buyer's (R1); null for a person who was forgotten. */
export async function findEmailHashOf(tx: Tx, personId: string): Promise<string | null> {
  return (await findPersonById(tx, personId))?.emailHash ?? null;
}

/** The person who proved that this address is theirs; null when nobody did. */
export async function findProvenPerson(tx: Tx, emailHash: string): Promise<string | null> {
  const person = await findPersonByEmailHash(tx, emailHash);
  return person && person.unprovenUntil === null ? person.id : null;
}
