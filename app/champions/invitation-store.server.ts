import type { Tx } from "~/platform/db.server";
import type { Prisma } from "../../prisma/generated/client";

/** Adds an invitation. @returns false when there is one of this token already */
export async function insertInvitation(tx: Tx, data: Prisma.InvitationUncheckedCreateInput): Promise<boolean> {
  const { count } = await tx.invitation.createMany({ data, skipDuplicates: true });
  return count === 1;
}

/** An invitation by the hash of its token. */
export function findInvitationByHash(tx: Tx, tokenHash: string) {
  return tx.invitation.findUnique({ where: { tokenHash } });
}

/**
 * Uses an invitation once more, unless it is used up, expired or withdrawn. Concurrent uses wait for each other.
 * @returns false when it cannot be used
 */
export async function spendInvitation(tx: Tx, tokenHash: string, programId: string, now: Date): Promise<boolean> {
  const spent = await tx.$executeRaw`
    update invitation set uses = uses + 1
     where token_hash = ${tokenHash} and program_id = ${programId} and uses < max_uses
       and revoked_at is null and expires_at > ${now}`;
  return spent === 1;
}

/** Invitations, the newest first. */
export function listInvitationRows(tx: Tx) {
  return tx.invitation.findMany({ orderBy: { createdAt: "desc" }, take: 100 });
}

/** Withdraws an invitation; who joined by it stays. @returns false when there is none to withdraw */
export async function revokeInvitationRow(tx: Tx, id: string, now: Date): Promise<boolean> {
  const { count } = await tx.invitation.updateMany({ where: { id, revokedAt: null }, data: { revokedAt: now } });
  return count === 1;
}
