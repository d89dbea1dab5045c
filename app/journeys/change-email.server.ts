import { consumeLimit } from "~/identity/consume-limit.server";
import { HOME_ZONE } from "~/identity/person";
import { proposeEmailChange } from "~/identity/propose-email-change.server";
import { queueMail } from "~/notices/queue-mail.server";
import { within } from "~/platform/db.server";
import { rootDb, systemClock, type Deps } from "~/platform/deps.server";

/**
 * Starts a change of address: the new one is asked to confirm, the old one is told and can stop it, and nothing changes
 * for 72 hours (R14, F37). @returns when it takes effect, or null when it is the address they have
 * @throws TooManyRequestsError
 */
export async function changeEmail(
  { personId, newEmail }: { personId: string; newEmail: string },
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<Date | null> {
  await consumeLimit("email-change", personId, { db });
  return db.transaction("change-email", async (tx) => {
    const joined = { db: within(tx), clock };
    const change = await proposeEmailChange({ personId, newEmail }, joined);
    if (!change) return null;
    const { changeId, confirmToken, cancelToken, effectiveAt } = change;
    const about = { template: "email_change_requested", personId, subjectId: changeId } as const;
    const values = { zone: HOME_ZONE, newEmail, effectiveAt };
    await queueMail(
      { ...about, purpose: "new", to: newEmail, values: { ...values, recipient: "new", path: `/email-change/confirm/${confirmToken}` } },
      joined,
    );
    await queueMail(
      { ...about, purpose: "old", values: { ...values, recipient: "old", path: `/email-change/cancel/${cancelToken}` } },
      joined,
    );
    return effectiveAt;
  });
}
