import { rootDb, type Deps } from "~/platform/deps.server";
import { NotFoundError } from "~/platform/errors";
import type { LoggedMail } from "./list-mails.server";
import { isRepeatable, readableText } from "./mail-log";
import { findAddressees, findLogRow } from "./mail-log-store.server";
import { MAIL_TEMPLATES, type MailKind } from "./mail-templates";
import { listMailEvents, listMembers } from "./outbox-store.server";
import { readBody, unseal } from "./sealed-mail.server";

export interface MailDetail extends LoggedMail {
  kind: MailKind;
  locale: string;
  attempts: number;
  finalAt: Date | null;
  /** The mail that carried this one's news. */
  bundleId: string | null;
  /** The mails this one carries. */
  carries: { id: string; template: LoggedMail["template"] }[];
  events: { id: string; type: string; detail: string | null; occurredAt: Date }[];
  /** Its words, while they are kept (48 hours after the end); `secret` when only its reader may see them. */
  words: { subject: string; text: string } | "secret" | "forgotten";
  repeatable: boolean;
}

/** One mail of the send log with everything the provider told about it. @throws NotFoundError */
export async function getMail(id: string, { db = rootDb }: Deps = {}): Promise<MailDetail> {
  return db.transaction("get-mail", async (tx) => {
    const mail = await findLogRow(tx, id);
    if (!mail) throw new NotFoundError("mail", { mailId: id });
    const to = (await findAddressees(tx, [mail.personId])).get(mail.personId) ?? { email: null, firstName: null };
    const { template, status, reason, queuedAt, notBefore, sentAt, kind, locale, attempts, finalAt, bundleId } = mail;
    return {
      id, template, status, reason, queuedAt, notBefore, sentAt, kind, locale, attempts, finalAt, bundleId, to,
      carries: (await listMembers(tx, id)).map((member) => ({ id: member.id, template: member.template })),
      events: (await listMailEvents(tx, id)).map(({ id: eventId, type, detail, occurredAt }) => ({ id: eventId, type, detail, occurredAt })),
      words: wordsOf(mail),
      repeatable: mail.bytesSealed !== null && to.email !== null && isRepeatable(mail),
    };
  });
}

function wordsOf({ template, bytesSealed }: { template: LoggedMail["template"]; bytesSealed: Uint8Array | null }): MailDetail["words"] {
  if (MAIL_TEMPLATES[template].secret) return "secret";
  if (!bytesSealed) return "forgotten";
  const { subject, text } = readBody(unseal(bytesSealed).body);
  return { subject, text: readableText(text) };
}
