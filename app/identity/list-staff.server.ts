import { rootDb, type Deps } from "~/platform/deps.server";
import { hasFactor } from "./factor-store.server";
import { findPersons } from "./person-store.server";
import type { StaffRole } from "./staff";
import { listStaffRows } from "./staff-store.server";

export interface StaffListItem {
  personId: string;
  email: string;
  firstName: string | null;
  roles: StaffRole[];
  createdAt: Date;
  disabledAt: Date | null;
  lastSignInAt: Date | null;
  hasFactor: boolean;
}

/** Everybody who may or once might come to the desk, oldest first. */
export async function listStaff({ db = rootDb }: Pick<Deps, "db"> = {}): Promise<StaffListItem[]> {
  return db.transaction("list-staff", async (tx) => {
    const rows = await listStaffRows(tx);
    const persons = new Map((await findPersons(tx, rows.map((row) => row.personId))).map((one) => [one.id, one]));
    const items: StaffListItem[] = [];
    for (const { personId, roles, createdAt, disabledAt } of rows) {
      const person = persons.get(personId);
      if (!person?.email) continue;
      const { email, firstName, lastSignInAt } = person;
      const factor = await hasFactor(tx, personId);
      items.push({ personId, email, firstName, roles, createdAt, disabledAt, lastSignInAt, hasFactor: factor });
    }
    return items;
  });
}
