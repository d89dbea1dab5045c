import { recordAudit } from "~/identity/record-audit.server";
import { queueMailAgain } from "~/notices/queue-mail-again.server";
import type { QueuedMail } from "~/notices/queue-mail.server";
import { within } from "~/platform/db.server";
import { rootDb, systemClock, type Deps } from "~/platform/deps.server";

/**
 * A member of staff sends a mail a second time, for somebody who cannot find it. @returns the new mail
 * @throws NotFoundError, ConflictError `mail_not_repeatable` for codes, for what is not over, and for forgotten words
 */
export async function sendMailAgain(
  { mailId, by }: { mailId: string; by: string },
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<QueuedMail> {
  return db.transaction("send-mail-again", async (tx) => {
    const again = await queueMailAgain({ mailId }, { db: within(tx), clock });
    await recordAudit(tx, { by, action: "mail.sent_again", object: mailId, facts: { newMailId: again.mailId }, now: clock.now() });
    return again;
  });
}
