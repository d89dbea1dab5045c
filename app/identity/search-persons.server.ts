import type { Tx } from "~/platform/db.server";
import { emailHashOf } from "./email-hash.server";
import type { Person } from "./person";
import { searchPersonRows } from "./person-store.server";

/** People by their whole address in any spelling, or by a part of the first name or address (S8); at most 50. */
export async function searchPersons(tx: Tx, text: string): Promise<Person[]> {
  const rows = await searchPersonRows(tx, text, emailHashOf(text));
  return rows.map(({ id, email, firstName, locale, lastSignInAt }) => ({ id, email, firstName, locale, lastSignInAt }));
}
