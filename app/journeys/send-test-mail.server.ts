import { recordAudit } from "~/identity/record-audit.server";
import { queueMail, type QueuedMail } from "~/notices/queue-mail.server";
import { within } from "~/platform/db.server";
import { rootDb, systemClock, type Deps } from "~/platform/deps.server";

/**
 * Sends whoever asks a mail that shows how mails look and where answers arrive. Pressing twice within a minute sends
 * one. @returns the mail, to look up what became of it
 */
export async function sendTestMail(
  { personId }: { personId: string },
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<QueuedMail> {
  return db.transaction("send-test-mail", async (tx) => {
    const now = clock.now();
    const minute = now.toISOString().slice(0, 16);
    const mail = await queueMail(
      { template: "test_mail", personId, subjectId: personId, purpose: minute, values: { path: "/desk/settings/company" } },
      { db: within(tx), clock },
    );
    await recordAudit(tx, { by: `person:${personId}`, action: "mail.tested", object: mail.mailId, now });
    return mail;
  });
}
