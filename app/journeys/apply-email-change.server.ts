import { finishEmailChange } from "~/identity/finish-email-change.server";
import { getPerson } from "~/identity/get-person.server";
import { HOME_ZONE } from "~/identity/person";
import { queueMail } from "~/notices/queue-mail.server";
import { within } from "~/platform/db.server";
import { rootDb, systemClock, type Deps } from "~/platform/deps.server";

/** The job behind a change of address: writes it after 72 hours and tells the person. May run twice. */
export async function applyEmailChange(
  { emailChangeId }: { emailChangeId: string },
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<void> {
  await db.transaction("apply-email-change", async (tx) => {
    const joined = { db: within(tx), clock };
    const changed = await finishEmailChange(emailChangeId, joined);
    if (!changed) return;
    const { id: personId, email } = await getPerson(changed.personId, joined);
    await queueMail(
      {
        template: "email_changed",
        personId,
        subjectId: emailChangeId,
        purpose: "changed",
        values: { zone: HOME_ZONE, newEmail: email ?? "", changedAt: clock.now(), path: "/portal/account" },
      },
      joined,
    );
  });
}
