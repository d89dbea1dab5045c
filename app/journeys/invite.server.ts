import { createInvitation } from "~/champions/create-invitation.server";
import { revokeInvitation } from "~/champions/revoke-invitation.server";
import { recordAudit } from "~/identity/record-audit.server";
import { within } from "~/platform/db.server";
import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { getProgram } from "~/programs/get-program.server";

interface InvitationWish {
  programId: string;
  label: string;
  maxUses: number;
  days: number;
  /** `person:psn_…` */
  by: string;
}

/** Makes an invitation to a program, with its line in the trail (I37). @returns the path that opens the program, shown once */
export async function invite(
  { programId, label, maxUses, days, by }: InvitationWish,
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<string> {
  return db.transaction("invite", async (tx) => {
    const joined = { db: within(tx), clock };
    const now = clock.now();
    const { slug } = await getProgram(programId, joined);
    const expiresAt = new Date(now.getTime() + days * 86_400_000);
    const { id, token } = await createInvitation({ programId, label, maxUses, expiresAt, by }, joined);
    await recordAudit(tx, { by, action: "invitation.created", object: id, facts: { programId, maxUses, days }, now });
    return `/p/${slug}?invite=${token}`;
  });
}

/** Withdraws an invitation, with its line in the trail. @throws NotFoundError */
export async function withdrawInvitation(
  { id, by }: { id: string; by: string },
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<void> {
  await db.transaction("withdraw-invitation", async (tx) => {
    await revokeInvitation(id, { db: within(tx), clock });
    await recordAudit(tx, { by, action: "invitation.withdrawn", object: id, now: clock.now() });
  });
}
