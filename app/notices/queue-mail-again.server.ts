import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { ConflictError, NotFoundError } from "~/platform/errors";
import { newId } from "~/platform/ids";
import { isRepeatable } from "./mail-log";
import { findMailByKey, insertMail, lockMail, lockPersonsMail, updateMail, type MailRow } from "./outbox-store.server";
import type { QueuedMail } from "./queue-mail.server";
import { findRecipient } from "./recipient-store.server";
import { scheduleMail } from "./schedule-mail.server";
import { seal, unseal, withIdentity } from "./sealed-mail.server";
import { readWhyNotTo } from "./why-not.server";

/**
 * Queues a mail that is over once more, in the same words, to the person's present address. Once per mail: asking
 * again answers the same. A person wanted it, so it takes no place of the week.
 * @throws NotFoundError, ConflictError `mail_not_repeatable`
 */
export async function queueMailAgain(
  { mailId }: { mailId: string },
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<QueuedMail> {
  return db.transaction("queue-mail-again", async (tx) => {
    const now = clock.now();
    const mail = await lockMail(tx, mailId);
    if (!mail) throw new NotFoundError("mail", { mailId });
    await lockPersonsMail(tx, mail.personId);
    const key = { template: mail.template, subjectId: mail.subjectId, personId: mail.personId, purpose: `again:${mail.id}` };
    const known = await findMailByKey(tx, key);
    if (known) return { mailId: known.id, status: known.status };
    const { email } = (await findRecipient(tx, mail.personId)) ?? {};
    if (!email || !mail.bytesSealed || !isRepeatable(mail)) {
      throw new ConflictError("mail_not_repeatable", "this mail is not sent again", { mailId });
    }
    // Two of it must not follow: the first is settled by whoever decided.
    if (mail.status === "unknown") {
      await updateMail(tx, mail.id, { status: "failed", reason: "settled_by_person", claimToken: null, finalAt: now });
    }
    const id = newId("mai");
    const sealed = unseal(mail.bytesSealed);
    const again: MailRow = {
      ...mail,
      ...key,
      ...seal({ ...sealed, body: withIdentity(sealed.body, { mailId: id, to: email }), pinned: false }),
      id,
      status: "queued", reason: null, providerId: null, attempts: 0, claimToken: null, bundleId: null,
      notBefore: now, queuedAt: now, firstTriedAt: null, sentAt: null, finalAt: null,
    };
    const refusal = await readWhyNotTo(tx, again);
    const row = refusal ? { ...again, ...refusal, bytesSealed: null, finalAt: now } : again;
    await insertMail(tx, row);
    if (!refusal) await scheduleMail(tx, row, now, now);
    return { mailId: id, status: row.status };
  });
}
