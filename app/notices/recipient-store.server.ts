import { env } from "~/platform/env.server";
import type { Tx } from "~/platform/db.server";
import { isLocale, type Locale } from "~/platform/locale";
import { keyedHash } from "~/platform/secrets.server";
import { normalisedEmail } from "~/identity/email";
import { isPlainAddress, type MailBrand } from "./mail-brand";
import type { StoppableKind } from "./mail-templates";

/** Who a mail is for, read from the one place where addresses stand (a read-only view of identity's table). */
export interface Recipient {
  /** Null once the person was forgotten, and for what no mail could be addressed to. */
  email: string | null;
  firstName: string | null;
  locale: Locale;
}

/** What somebody wants, and what their address takes. */
export interface Wishes {
  /** Why nothing is sent to this address any more, or null. */
  suppression: string | null;
  /** The kinds of mail they stopped. */
  stopped: string[];
}

/** @param to another address of theirs than the one they are known by */
export async function findRecipient(tx: Tx, personId: string, to?: string): Promise<(Recipient & Wishes) | null> {
  const [found] = await tx.sql.rows<Omit<Recipient, "locale"> & { locale: string } & Wishes>`
    select p.email, p.first_name, p.locale,
           (select s.reason from suppression s where s.email_hash = coalesce(${to === undefined ? null : addressHash(to)}, p.email_hash)) as suppression,
           array(select o.kind from mail_opt_out o where o.person_id = p.id) as stopped
      from person p where p.id = ${personId}`;
  if (!found) return null;
  // No story may fail because of an address that only its mail cannot use.
  const email = found.email !== null && isPlainAddress(found.email) ? found.email : null;
  return { ...found, email, locale: isLocale(found.locale) ? found.locale : "en" };
}

interface BrandRow {
  name: string;
  accent: string;
  logoAt: Date | null;
  senderName: string;
  senderEmail: string;
  supportEmail: string;
  postalAddress: string;
}

/** The company as mails show it (a read-only view of the programs room's table); the product's own name before it is set. */
export async function readBrand(tx: Tx): Promise<MailBrand> {
  const [found] = await tx.sql.rows<BrandRow>`
    select name, accent, sender_name, sender_email, support_email, postal_address,
           case when logo is not null then updated_at end as logo_at
      from company where id = 'company'`;
  if (!found) {
    return { name: "Vouch", accent: "#b8432b", logoUrl: null, senderName: "Vouch", senderEmail: "", supportEmail: "", postalAddress: "" };
  }
  return {
    name: found.name,
    accent: found.accent,
    logoUrl: found.logoAt ? `${env().APP_URL}/logo/${found.logoAt.getTime()}` : null,
    senderName: found.senderName,
    senderEmail: found.senderEmail,
    supportEmail: found.supportEmail,
    postalAddress: found.postalAddress,
  };
}

/** The keyed hash under which an address is suppressed; the one `person` holds, for every spelling of one mailbox. */
function addressHash(email: string): string {
  return keyedHash("email-hash", normalisedEmail(email));
}

export async function addSuppression(tx: Tx, email: string, reason: string, now: Date): Promise<void> {
  const row = { emailHash: addressHash(email), reason, createdAt: now };
  await tx.suppression.createMany({ data: [row], skipDuplicates: true });
}

export async function removeSuppression(tx: Tx, email: string): Promise<void> {
  await tx.suppression.deleteMany({ where: { emailHash: addressHash(email) } });
}

export async function listStoppedKinds(tx: Tx, personId: string): Promise<string[]> {
  const found = await tx.sql.rows<{ kind: string }>`select kind from mail_opt_out where person_id = ${personId}`;
  return found.map(({ kind }) => kind);
}

export async function stopKind(tx: Tx, personId: string, kind: StoppableKind, now: Date): Promise<void> {
  await tx.mailOptOut.createMany({ data: [{ personId, kind, createdAt: now }], skipDuplicates: true });
}

export async function resumeKind(tx: Tx, personId: string, kind: StoppableKind): Promise<void> {
  await tx.mailOptOut.deleteMany({ where: { personId, kind } });
}

/** Whether this person ever got, or stopped, mails of a kind. */
export async function knowsKind(tx: Tx, personId: string, kind: StoppableKind): Promise<boolean> {
  const got = await tx.mail.findFirst({ where: { personId, kind }, select: { id: true } });
  return got !== null || (await listStoppedKinds(tx, personId)).includes(kind);
}
