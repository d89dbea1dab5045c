import { isDeepStrictEqual } from "node:util";
import { Prisma } from "../../prisma/generated/client";
import { newId } from "~/platform/ids";
import type { Tx } from "~/platform/db.server";
import { columnsOf } from "~/platform/sql.server";

export type ReferralRow = Prisma.ReferralGetPayload<object>;

const COLUMNS = columnsOf(Prisma.ReferralScalarFieldEnum);

/** Every bind of these friends, the standing and the void. */
export async function listReferrals(tx: Tx, subjectIds: string[], organisationIds: string[]): Promise<ReferralRow[]> {
  return await tx.sql.rows<ReferralRow>`
    select ${COLUMNS} from referral
     where subject_id = any(${subjectIds}) or organisation_id = any(${organisationIds})
     order by id`;
}

export type NewReferral = Omit<ReferralRow, "id" | "voidReason" | "version">;

/**
 * Writes a bind; a friend has one per program, so an older one of the same friend becomes this one. The friend is locked
 * by the caller. @param known every bind of this friend so far
 */
export async function saveReferral(tx: Tx, known: readonly ReferralRow[], referral: NewReferral): Promise<ReferralRow> {
  const before = known.find(({ programId, subjectId }) => programId === referral.programId && subjectId === referral.subjectId);
  if (!before) {
    const row: ReferralRow = { id: newId("ref"), ...referral, voidReason: null, version: 1 };
    tx.sql.insert("referral", [row]);
    return row;
  }
  const change = { ...referral, voidReason: null };
  if (isDeepStrictEqual({ ...before, ...change }, before)) return before;
  return await tx.referral.update({ where: { id: before.id }, data: change });
}

/** Binds that facts heard of later took the ground from (A6). */
export async function voidReferrals(tx: Tx, ids: string[], reason: string): Promise<void> {
  await tx.referral.updateMany({ where: { id: { in: ids }, voidReason: null }, data: { voidReason: reason } });
}
