import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { NotFoundError } from "~/platform/errors";
import { revokeInvitationRow } from "./invitation-store.server";

/** Withdraws an invitation; who joined by it stays. @throws NotFoundError */
export async function revokeInvitation(id: string, { db = rootDb, clock = systemClock }: Deps = {}): Promise<void> {
  await db.transaction("revoke-invitation", async (tx) => {
    if (!(await revokeInvitationRow(tx, id, clock.now()))) throw new NotFoundError("invitation", { id });
  });
}
