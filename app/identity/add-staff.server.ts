import { within } from "~/platform/db.server";
import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { newId } from "~/platform/ids";
import type { Locale } from "~/platform/locale";
import { findOrCreatePerson } from "./find-or-create-person.server";
import { recordAudit } from "./record-audit.server";
import { requireOwner } from "./require-owner.server";
import type { StaffRole } from "./staff";
import { insertStaff, lockAllStaff, updateStaff } from "./staff-store.server";

interface AddStaffInput {
  email: string;
  firstName?: string;
  locale: Locale;
  roles: StaffRole[];
  /** The owner who does it; null for a command typed on the server. */
  actorId: string | null;
}

/**
 * Gives somebody the desk, known by an address; a member who was disabled comes back with these roles.
 * @returns null when the person is a member already; else who, and the line in the trail
 * @throws ForbiddenError when the actor is no owner (any more)
 */
export async function addStaff(
  input: AddStaffInput,
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<{ personId: string; auditId: string } | null> {
  return db.transaction("add-staff", async (tx) => {
    const now = clock.now();
    const all = await lockAllStaff(tx);
    requireOwner(all, input.actorId);
    const { id: personId } = await findOrCreatePerson(input, { db: within(tx), clock });
    const member = all.find((row) => row.personId === personId);
    if (member && !member.disabledAt) return null;

    const by = input.actorId ? `person:${input.actorId}` : "operator";
    const { roles } = input;
    if (member) await updateStaff(tx, member.id, { roles, disabledAt: null });
    else await insertStaff(tx, { id: newId("stf"), personId, roles, createdAt: now, createdBy: by, disabledAt: null });
    const auditId = await recordAudit(tx, { by, action: "staff.added", object: personId, facts: { roles }, now });
    return { personId, auditId };
  });
}
