import { rootDb, type Deps } from "~/platform/deps.server";
import { listInvitationRows } from "./invitation-store.server";

/** The invitations for the desk, newest first; without their tokens, which nobody can show again. */
export async function listInvitations({ db = rootDb }: Deps = {}) {
  const rows = await db.transaction("list-invitations", listInvitationRows);
  return rows.map(({ id, programId, label, maxUses, uses, createdAt, expiresAt, revokedAt }) => ({
    id, programId, label, maxUses, uses, createdAt, expiresAt, revokedAt,
  }));
}
