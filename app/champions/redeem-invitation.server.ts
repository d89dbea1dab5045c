import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { secretHash } from "~/platform/secrets.server";
import { findInvitationByHash, spendInvitation } from "./invitation-store.server";
import { InvitationSpentError } from "./membership-errors";

interface Invited {
  programId: string;
  token: string;
}

/** Uses an invitation up by one. @throws InvitationSpentError */
export async function redeemInvitation(
  { programId, token }: Invited,
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<void> {
  await db.transaction("redeem-invitation", async (tx) => {
    const spent = await spendInvitation(tx, secretHash(token), programId, clock.now());
    if (!spent) throw new InvitationSpentError();
  });
}

/** Whether a token would open the program's door now; uses nothing. */
export async function isInvited(
  { programId, token }: Invited,
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<boolean> {
  return db.transaction("is-invited", async (tx) => {
    const found = await findInvitationByHash(tx, secretHash(token));
    if (!found || found.programId !== programId || found.revokedAt) return false;
    return found.uses < found.maxUses && found.expiresAt > clock.now();
  });
}
