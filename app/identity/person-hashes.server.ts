import type { Tx } from "~/platform/db.server";
import { findPersonByEmailHash, findPersons } from "./person-store.server";

/** The keyed hashes of people's addresses, to compare with a buyer's (R1); null for a person who was forgotten. */
export async function findEmailHashes(tx: Tx, personIds: string[]): Promise<Map<string, string | null>> {
  const persons = personIds.length === 0 ? [] : await findPersons(tx, personIds);
  return new Map(persons.map(({ id, emailHash }) => [id, emailHash]));
}

/** The person who proved that this address is theirs; null when nobody did. */
export async function findProvenPerson(tx: Tx, emailHash: string): Promise<string | null> {
  const person = await findPersonByEmailHash(tx, emailHash);
  return person && person.unprovenUntil === null ? person.id : null;
}
