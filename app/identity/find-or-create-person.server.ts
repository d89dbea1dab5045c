import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { newId } from "~/platform/ids";
import type { Locale } from "~/platform/locale";
import { emailHashOf } from "./email-hash.server";
import { UNPROVEN_HOURS } from "./person";
import { findPersonByEmailHash, insertPersonIfNew, updatePerson, type PersonRow } from "./person-store.server";

interface FindOrCreateInput {
  email: string;
  firstName?: string;
  locale: Locale;
  /** Somebody merely typed this address: a new row is forgotten after a day unless the address is proven. */
  onlyAsked?: boolean;
}

/**
 * The person behind an address, by its normalised form (R1). A known person keeps address, name and language as they
 * are; a missing first name is filled in.
 */
export async function findOrCreatePerson(
  input: FindOrCreateInput,
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<PersonRow> {
  return db.transaction("find-or-create-person", async (tx) => {
    const now = clock.now();
    const emailHash = emailHashOf(input.email);
    // Insert first: known and unknown addresses take the same steps and so the same time (ASVS 6.3.8).
    await insertPersonIfNew(tx, {
      id: newId("psn"),
      email: input.email.trim(),
      emailHash,
      firstName: input.firstName ?? null,
      locale: input.locale,
      createdAt: now,
      unprovenUntil: input.onlyAsked ? new Date(now.getTime() + UNPROVEN_HOURS * 3_600_000) : null,
    });
    const person = await findPersonByEmailHash(tx, emailHash);
    if (!person) throw new Error("a person disappeared between insert and read");
    if (input.onlyAsked) return person;

    const fillName = input.firstName !== undefined && person.firstName === null;
    if (fillName || person.unprovenUntil) {
      await updatePerson(tx, person.id, { unprovenUntil: null, ...(fillName && { firstName: input.firstName }) });
    }
    return { ...person, unprovenUntil: null, firstName: person.firstName ?? input.firstName ?? null };
  });
}
