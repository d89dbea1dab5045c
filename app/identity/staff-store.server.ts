import type { Tx } from "~/platform/db.server";
import type { StaffRole, StaffStanding } from "./staff";

export interface StaffRow {
  id: string;
  personId: string;
  roles: StaffRole[];
  createdAt: Date;
  createdBy: string;
  disabledAt: Date | null;
}

/** A member who may come to the desk now; somebody disabled is nobody. */
export async function findStaff(tx: Tx, personId: string): Promise<StaffRow | null> {
  const [row] = await tx.sql.rows<StaffRow>`
    select id, person_id, roles::text[] as roles, created_at, created_by, disabled_at
      from staff_member where person_id = ${personId} and disabled_at is null`;
  return row ?? null;
}

/** Every member, holding all rows: "the last owner" must not be decided twice at the same time. */
export async function lockAllStaff(tx: Tx): Promise<StaffRow[]> {
  await tx.$queryRaw`select id from staff_member order by id for update`;
  return listStaffRows(tx);
}

export function listStaffRows(tx: Tx): Promise<StaffRow[]> {
  return tx.staffMember.findMany({ orderBy: { createdAt: "asc" } });
}

export async function insertStaff(tx: Tx, row: StaffRow): Promise<void> {
  await tx.staffMember.create({ data: row });
}

export async function updateStaff(
  tx: Tx,
  id: string,
  change: { roles?: StaffRole[]; disabledAt?: Date | null },
): Promise<void> {
  await tx.staffMember.update({ where: { id }, data: change });
}

export function standingOf(row: StaffRow): StaffStanding {
  return { personId: row.personId, roles: row.roles, disabled: row.disabledAt !== null };
}
