import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { NotFoundError } from "~/platform/errors";
import { credentialNow } from "./credential-time.server";
import { recordAudit } from "./record-audit.server";
import { requireOwner } from "./require-owner.server";
import { revokeSessionsOf } from "./session-store.server";
import { judgeStaffChange, type StaffRefusal, type StaffRole } from "./staff";
import { lockAllStaff, standingOf, updateStaff } from "./staff-store.server";

interface ChangeStaffInput {
  personId: string;
  /** The new roles, or null to take the desk away. */
  roles: StaffRole[] | null;
  /** The owner who does it; null for a command typed on the server. */
  actorId: string | null;
}

/**
 * Changes what a member may do; it counts from their next request on (I40). Owners are looked at together, so two of
 * them cannot remove each other at the same moment.
 * @returns why it is refused, or null when done
 * @throws NotFoundError, ForbiddenError when the actor is no owner (any more)
 */
export async function changeStaff(
  { personId, roles, actorId }: ChangeStaffInput,
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<StaffRefusal | null> {
  return db.transaction("change-staff", async (tx) => {
    const now = clock.now();
    const all = await lockAllStaff(tx);
    requireOwner(all, actorId);
    const member = all.find((row) => row.personId === personId);
    if (!member) throw new NotFoundError("staff member");
    const refusal = judgeStaffChange(actorId, standingOf(member), roles, all.map(standingOf));
    if (refusal) return refusal;

    const by = actorId ? `person:${actorId}` : "operator";
    if (roles) {
      await updateStaff(tx, member.id, { roles, disabledAt: null });
      const facts = { before: member.disabledAt ? [] : member.roles, after: roles };
      await recordAudit(tx, { by, action: "staff.roles_changed", object: personId, facts, now });
    } else if (!member.disabledAt) {
      await updateStaff(tx, member.id, { disabledAt: now });
      await revokeSessionsOf(tx, personId, credentialNow(clock), "desk");
      await recordAudit(tx, { by, action: "staff.disabled", object: personId, facts: { before: member.roles }, now });
    }
    return null;
  });
}
