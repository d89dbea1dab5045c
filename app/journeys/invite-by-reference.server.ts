import { ensureInvitation } from "~/champions/ensure-invitation.server";
import { recordAudit } from "~/identity/record-audit.server";
import { within } from "~/platform/db.server";
import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { getProgram } from "~/programs/get-program.server";
import { RefusedFieldsError } from "./refused-fields";

const DAY = 86_400_000;

export interface ShopInvitation {
  id: string;
  programId: string;
  label: string;
  /** Opens the program for whoever the shop gives it to. */
  path: string;
  maxUses: number;
  uses: number;
  expiresAt: Date;
  duplicate: boolean;
}

/**
 * Makes an invitation that a shop hands to its customer, once per number of the shop's: who joins reads and accepts the
 * terms themselves, which nobody can do for them.
 * @throws RefusedFieldsError `idempotency_conflict`; NotFoundError
 */
export async function inviteByReference(
  { programId, reference, label, maxUses, days, by }: { programId: string; reference: string; label: string; maxUses: number; days: number; by: string },
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<ShopInvitation> {
  return db.transaction("invite-by-reference", async (tx) => {
    const joined = { db: within(tx), clock };
    const now = clock.now();
    const { slug } = await getProgram(programId, joined);
    const wish = { reference, programId, label, maxUses, expiresAt: new Date(now.getTime() + days * DAY), by };
    const { token, invitation, duplicate, conflicts } = await ensureInvitation(wish, joined);
    if (conflicts.length > 0) throw new RefusedFieldsError("idempotency_conflict", 409, conflicts);
    const { id, uses, expiresAt } = invitation;
    if (!duplicate) await recordAudit(tx, { by, action: "invitation.created", object: id, facts: { programId, maxUses, days }, now });
    return { id, programId, label, path: `/p/${slug}?invite=${token}`, maxUses, uses, expiresAt, duplicate };
  });
}
