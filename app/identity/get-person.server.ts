import { rootDb, type Deps } from "~/platform/deps.server";
import { NotFoundError } from "~/platform/errors";
import type { Person } from "./person";
import { findPersonById } from "./person-store.server";

/** How to greet and reach somebody. @throws NotFoundError, also for a person who was forgotten */
export async function getPerson(personId: string, { db = rootDb }: Pick<Deps, "db"> = {}): Promise<Person> {
  const person = await db.transaction("get-person", (tx) => findPersonById(tx, personId));
  if (!person?.email) throw new NotFoundError("person");
  const { id, email, firstName, locale, lastSignInAt } = person;
  return { id, email, firstName, locale, lastSignInAt };
}
