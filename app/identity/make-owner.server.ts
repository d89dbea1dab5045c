import { within } from "~/platform/db.server";
import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { addStaff } from "./add-staff.server";
import { changeStaff } from "./change-staff.server";
import { findOrCreatePerson } from "./find-or-create-person.server";
import { findStaff } from "./staff-store.server";

/** Makes somebody an owner, from a command on the server. @returns false when they were one already */
export async function makeOwner(
  { email, firstName }: { email: string; firstName?: string },
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<boolean> {
  return db.transaction("make-owner", async (tx) => {
    const joined = { db: within(tx), clock };
    const { id: personId } = await findOrCreatePerson({ email, firstName, locale: "en" }, joined);
    const member = await findStaff(tx, personId);
    if (member?.roles.includes("owner")) return false;
    if (!member) return (await addStaff({ email, locale: "en", roles: ["owner"], actorId: null }, joined)) !== null;
    await changeStaff({ personId, roles: ["owner", ...member.roles], actorId: null }, joined);
    return true;
  });
}
