import { rootDb, type Deps } from "~/platform/deps.server";
import type { Locale } from "~/platform/locale";
import { updatePerson } from "./person-store.server";

interface SavePersonInput {
  personId: string;
  firstName?: string;
  locale?: Locale;
}

/** Changes how somebody is greeted, and in which language mail is written. */
export async function savePerson(
  { personId, ...change }: SavePersonInput,
  { db = rootDb }: Pick<Deps, "db"> = {},
): Promise<void> {
  await db.transaction("save-person", (tx) => updatePerson(tx, personId, change));
}
