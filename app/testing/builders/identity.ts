import type { Clock } from "~/platform/clock.server";
import type { Database } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { randomSecret } from "~/platform/secrets.server";
import { findOrCreatePerson } from "~/identity/find-or-create-person.server";
import { openSession } from "~/identity/open-session.server";
import type { PersonRow } from "~/identity/person-store.server";
import type { Area } from "~/identity/session";
import type { StaffRole } from "~/identity/staff";
import { insertStaff } from "~/identity/staff-store.server";

interface Parts {
  db: Database;
  clock: Clock;
}

/** An address nobody used yet. */
export function anEmail(name = "someone"): string {
  return `${name}.${randomSecret(6).toLowerCase().replace(/[-_]/g, "x")}@example.test`;
}

/** A person whose address counts as proven. */
export function aPerson(
  { db, clock }: Parts,
  { email = anEmail(), firstName = "Anna", locale = "en" as "en" | "nl" } = {},
): Promise<PersonRow> {
  return findOrCreatePerson({ email, firstName, locale }, { db, clock });
}

/** Somebody with access to the desk. */
export async function aStaffMember(
  parts: Parts,
  { roles = ["approver"] as StaffRole[], email = anEmail("staff"), firstName = "Sam" } = {},
): Promise<PersonRow> {
  const person = await aPerson(parts, { email, firstName });
  await parts.db.transaction("a-staff-member", (tx) =>
    insertStaff(tx, {
      id: newId("stf"),
      personId: person.id,
      roles,
      createdAt: parts.clock.now(),
      createdBy: "system",
      disabledAt: null,
    }),
  );
  return person;
}

/** A signed-in browser. @returns the secret of its cookie */
export function aSession(
  { db, clock }: Parts,
  { personId, area, steppedUp = false }: { personId: string; area: Area; steppedUp?: boolean },
): Promise<string> {
  const now = clock.now();
  return db.transaction("a-session", (tx) => openSession(tx, { personId, area, steppedUpAt: steppedUp ? now : null, now }));
}
