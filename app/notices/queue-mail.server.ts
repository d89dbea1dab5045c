import type { Tx } from "~/platform/db.server";
import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { newId } from "~/platform/ids";
import { joinBundle } from "./bundle.server";
import type { MailBrand } from "./mail-brand";
import type { MailStatus } from "./mail-status";
import { MAIL_TEMPLATES } from "./mail-templates";
import type { MailRequest } from "./mail-values";
import { findMailByKey, insertMail, listWeeklyMails, lockPersonsMail, lockWaitingMail, type MailRow } from "./outbox-store.server";
import { findRecipient, readBrand, type Recipient } from "./recipient-store.server";
import { renderRequest } from "./render-request.server";
import { scheduleMail } from "./schedule-mail.server";
import { seal } from "./sealed-mail.server";
import { nextFreeMoment, weekBefore } from "./weekly-cap";
import { whyNotTo } from "./why-not.server";

export interface QueuedMail {
  mailId: string;
  status: MailStatus;
}

/**
 * Puts a mail into the outbox inside the caller's transaction (I29): rendered now, in the reader's language, sent by
 * the worker after the commit. Asking again with the same template, subject, person and purpose changes nothing. News
 * beyond the week's mails waits and goes out together (RULEBOOK section 8); nothing goes where it is not wanted (I31).
 * @throws AppError `mail_header_refused` when `to` is not one plain address
 */
export async function queueMail(request: MailRequest, { db = rootDb, clock = systemClock }: Deps = {}): Promise<QueuedMail> {
  return db.transaction("queue-mail", async (tx) => {
    const now = clock.now();
    await lockPersonsMail(tx, request.personId);
    const { pace } = MAIL_TEMPLATES[request.template];
    const [known, recipient, brand, weekly] = await Promise.all([
      findMailByKey(tx, request),
      findRecipient(tx, request.personId, request.to),
      readBrand(tx),
      pace === "at_once" ? [] : listWeeklyMails(tx, request.personId, weekBefore(now)),
    ]);
    if (known) return { mailId: known.id, status: known.status };

    const mail = newMail(request, recipient, brand, now);
    const refusal = whyNotTo(mail, recipient, request.to);
    if (refusal) return keep(tx, { ...mail, ...refusal, bytesSealed: null, finalAt: now });
    if (pace === "at_once") return keep(tx, mail);

    const waiting = await lockWaitingMail(tx, weekly, now);
    const notBefore = waiting ? waiting.notBefore : nextFreeMoment(weekly.map((sent) => sent.notBefore), now);
    if (notBefore > now && mail.kind === "program") {
      return keep(tx, { ...mail, status: "skipped", reason: "weekly_cap", bytesSealed: null, finalAt: now });
    }
    if (!waiting) return keep(tx, { ...mail, notBefore });
    await insertMail(tx, { ...mail, notBefore });
    await joinBundle(tx, waiting, mail.id, now);
    return { mailId: mail.id, status: "bundled" };
  });

  async function keep(tx: Tx, mail: MailRow): Promise<QueuedMail> {
    await insertMail(tx, mail);
    if (mail.status === "queued") await scheduleMail(tx, mail, mail.notBefore, clock.now());
    return { mailId: mail.id, status: mail.status };
  }
}

function newMail(request: MailRequest, recipient: Recipient | null, brand: MailBrand, now: Date): MailRow {
  const { template, personId, subjectId, purpose } = request;
  const id = newId("mai");
  const rules = MAIL_TEMPLATES[template];
  const base = {
    id, template, personId, subjectId, purpose,
    kind: rules.kind,
    locale: recipient?.locale ?? "en",
    status: "queued" as const,
    reason: null, providerId: null, attempts: 0, claimToken: null, bundleId: null, firstTriedAt: null, sentAt: null, finalAt: null,
    notBefore: now,
    queuedAt: now,
  };
  const to = request.to ?? recipient?.email;
  if (!recipient || !to) return { ...base, bytesSealed: null, bytesHash: "" };
  const { body, content } = renderRequest({
    template, values: request.values, mailId: id, personId, recipient, to, brand, now,
  });
  const outcome = { headline: content.subject, sentence: content.paragraphs[0] ?? "", action: content.action };
  return {
    ...base,
    ...seal({ body, pinned: request.to !== undefined, outcome: rules.pace === "weekly" ? outcome : null }),
  };
}
