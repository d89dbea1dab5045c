import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { newId } from "~/platform/ids";
import { keyedHash, secretHash } from "~/platform/secrets.server";
import { findInvitationByHash, insertInvitation } from "./invitation-store.server";

interface ReferencedInvitation {
  /** The caller's own number of it; the same number is the same invitation (P7). */
  reference: string;
  programId: string;
  label: string;
  maxUses: number;
  expiresAt: Date;
  /** `api:apk_…` */
  by: string;
}

/**
 * Makes an invitation whose token follows from who asks and their number, so that it can be told again to whoever asks
 * again; the database holds its hash all the same. @returns it, and the inputs that differ from the first time
 */
export async function ensureInvitation(
  { reference, ...wish }: ReferencedInvitation,
  { db = rootDb, clock = systemClock }: Deps = {},
) {
  const token = keyedHash("invitation", `${wish.by} ${reference}`);
  const { by, ...invitation } = wish;
  return db.transaction("ensure-invitation", async (tx) => {
    const tokenHash = secretHash(token);
    const made = await insertInvitation(tx, { id: newId("inv"), tokenHash, createdAt: clock.now(), createdBy: by, ...invitation });
    const found = await findInvitationByHash(tx, tokenHash);
    if (!found) throw new Error("an invitation was neither made nor found");
    const conflicts = (["programId", "label", "maxUses"] as const).filter((field) => found[field] !== invitation[field]);
    return { token, invitation: found, duplicate: !made, conflicts };
  });
}
