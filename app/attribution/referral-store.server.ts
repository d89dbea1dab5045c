import { newId } from "~/platform/ids";
import type { Tx } from "~/platform/db.server";

export type ReferralRow = NonNullable<Awaited<ReturnType<typeof findReferral>>>;

export async function findReferral(tx: Tx, id: string) {
  return await tx.referral.findUnique({ where: { id } });
}

/** Every bind of these friends, the standing and the void. */
export async function listReferrals(tx: Tx, subjectIds: string[], organisationIds: string[]): Promise<ReferralRow[]> {
  return await tx.referral.findMany({
    where: { OR: [{ subjectId: { in: subjectIds } }, { organisationId: { in: organisationIds } }] },
    orderBy: { id: "asc" },
  });
}

export type NewReferral = Omit<ReferralRow, "id" | "voidReason" | "version">;

/** Writes a bind; a friend has one per program, so an older one of the same friend becomes this one. */
export async function saveReferral(tx: Tx, referral: NewReferral): Promise<ReferralRow> {
  const { programId, subjectId } = referral;
  return await tx.referral.upsert({
    where: { programId_subjectId: { programId, subjectId } },
    create: { id: newId("ref"), ...referral },
    update: { ...referral, voidReason: null },
  });
}

/** Binds that facts heard of later took the ground from (A6). */
export async function voidReferrals(tx: Tx, ids: string[], reason: string): Promise<void> {
  await tx.referral.updateMany({ where: { id: { in: ids }, voidReason: null }, data: { voidReason: reason } });
}
