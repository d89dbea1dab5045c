import { addStaff } from "~/identity/add-staff.server";
import type { StaffRole } from "~/identity/staff";
import { queueMail } from "~/notices/queue-mail.server";
import { within } from "~/platform/db.server";
import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import type { Locale } from "~/platform/locale";

interface Colleague {
  email: string;
  firstName?: string;
  /** The language of the mails to them. */
  locale: Locale;
  roles: StaffRole[];
  /** The owner who does it. */
  actorId: string;
}

/**
 * Gives a colleague the desk, and mails them where to sign in.
 * @returns their id, or null when they are a member already @throws ForbiddenError when the actor is no owner (any more)
 */
export async function welcomeColleague(
  colleague: Colleague,
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<string | null> {
  return db.transaction("welcome-colleague", async (tx) => {
    const joined = { db: within(tx), clock };
    const added = await addStaff(colleague, joined);
    if (!added) return null;
    const { personId, auditId } = added;
    // The line in the trail is the occasion: who loses the desk and gets it back hears of it again.
    const values = { path: "/desk/sign-in" } as const;
    await queueMail({ template: "staff_welcome", personId, subjectId: auditId, purpose: "added", values }, joined);
    return personId;
  });
}
