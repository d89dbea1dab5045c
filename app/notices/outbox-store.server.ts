import { Prisma } from "../../prisma/generated/client";
import type { Tx } from "~/platform/db.server";
import { columnsOf } from "~/platform/sql.server";
import type { MailStatus } from "./mail-status";
import { WEEKLY_TEMPLATES, type MailKind } from "./mail-templates";
import type { TemplateName } from "./mail-values";

export interface MailRow {
  id: string;
  template: TemplateName;
  subjectId: string;
  personId: string;
  purpose: string;
  kind: MailKind;
  locale: string;
  bytesSealed: Uint8Array<ArrayBuffer> | null;
  bytesHash: string;
  status: MailStatus;
  reason: string | null;
  providerId: string | null;
  attempts: number;
  claimToken: string | null;
  bundleId: string | null;
  notBefore: Date;
  queuedAt: Date;
  /** Since when the provider may have accepted it without our knowing. */
  firstTriedAt: Date | null;
  sentAt: Date | null;
  finalAt: Date | null;
}

const COLUMNS = columnsOf(Prisma.MailScalarFieldEnum);

export type NaturalKey = Pick<MailRow, "template" | "subjectId" | "personId" | "purpose">;
const rows = (found: unknown) => found as MailRow[];

/** One planner per person at a time: two outcomes at once must not both find the last place of the week. */
export async function lockPersonsMail(tx: Tx, personId: string): Promise<void> {
  tx.sql.send`select pg_advisory_xact_lock(hashtext('notices'), hashtext(${personId}))`;
}

export async function findMailByKey(tx: Tx, key: NaturalKey): Promise<MailRow | null> {
  const { template, subjectId, personId, purpose } = key;
  const [mail] = await tx.sql.rows<MailRow>`
    select ${COLUMNS} from mail
     where template = ${template} and subject_id = ${subjectId} and person_id = ${personId} and purpose = ${purpose}`;
  return mail ?? null;
}

export async function insertMail(tx: Tx, mail: MailRow): Promise<void> {
  tx.sql.insert("mail", [mail]);
}

export async function updateMail(tx: Tx, id: string, change: Partial<Omit<MailRow, "id">>): Promise<void> {
  await tx.mail.update({ where: { id }, data: change });
}

/** The row, held until the transaction ends; null when there is none. */
export async function lockMail(tx: Tx, id: string): Promise<MailRow | null> {
  const [mail] = await tx.sql.rows<MailRow>`select ${COLUMNS} from mail where id = ${id} for update`;
  return mail ?? null;
}

type WeeklyMail = Pick<MailRow, "id" | "status" | "notBefore" | "firstTriedAt">;

/** This person's weekly mails that went or go later than `after`; those never handed over do not count. */
export async function listWeeklyMails(tx: Tx, personId: string, after: Date): Promise<WeeklyMail[]> {
  return await tx.sql.rows<WeeklyMail>`
    select id, status, not_before, first_tried_at from mail
     where person_id = ${personId} and template = any(${WEEKLY_TEMPLATES}) and not_before > ${after}
       and status not in ('skipped', 'suppressed', 'failed', 'bundled')`;
}

/** The one of a person's weekly mails that waits for its turn and was never tried, held against being sent meanwhile. */
export async function lockWaitingMail(tx: Tx, weekly: readonly WeeklyMail[], now: Date): Promise<MailRow | null> {
  const waiting = weekly.find(({ status, firstTriedAt, notBefore }) => status === "queued" && firstTriedAt === null && notBefore > now);
  if (!waiting) return null;
  const held = await lockMail(tx, waiting.id);
  return held?.status === "queued" && held.firstTriedAt === null ? held : null;
}

export async function listMembers(tx: Tx, bundleId: string): Promise<MailRow[]> {
  return rows(await tx.mail.findMany({ where: { bundleId }, orderBy: [{ queuedAt: "asc" }, { id: "asc" }] }));
}

/** Which of these provider ids belong to mails already. */
export async function listKnownProviderIds(tx: Tx, ids: string[]): Promise<Set<string>> {
  const found = await tx.mail.findMany({ where: { providerId: { in: ids } }, select: { providerId: true } });
  return new Set(found.map(({ providerId }) => providerId as string));
}

export async function findMailByProviderId(tx: Tx, providerId: string): Promise<string | null> {
  return (await tx.mail.findUnique({ where: { providerId }, select: { id: true } }))?.id ?? null;
}

/** Handed over before `before` without an end heard of since. */
export async function listUnheardOf(tx: Tx, before: Date, limit: number): Promise<{ id: string; providerId: string }[]> {
  const found = await tx.mail.findMany({
    where: { status: { in: ["sent", "delayed"] }, finalAt: null, sentAt: { lt: before }, providerId: { not: null } },
    select: { id: true, providerId: true },
    orderBy: { sentAt: "asc" },
    take: limit,
  });
  return found as { id: string; providerId: string }[];
}

/** Due before `before` and still not handed over. */
export async function listStuck(tx: Tx, before: Date, limit: number): Promise<string[]> {
  const found = await tx.mail.findMany({
    where: { status: { in: ["queued", "sending", "unknown"] }, notBefore: { lt: before } },
    select: { id: true },
    orderBy: { notBefore: "asc" },
    take: limit,
  });
  return found.map(({ id }) => id);
}

/** Takes the rendered bytes of mails that ended before `before`, and of those that went inside such a mail. */
export async function dropBytes(tx: Tx, before: Date): Promise<number> {
  return tx.$executeRaw`
    update mail set bytes_sealed = null
     where bytes_sealed is not null
       and (final_at < ${before} or exists (select 1 from mail b where b.id = mail.bundle_id and b.final_at < ${before}))`;
}

interface EventRow {
  id: string;
  mailId: string;
  type: string;
  detail: string | null;
  occurredAt: Date;
  recordedAt: Date;
}

/** @returns false when the event was recorded before */
export async function insertMailEvent(tx: Tx, event: EventRow): Promise<boolean> {
  return (await tx.mailEvent.createMany({ data: [event], skipDuplicates: true })).count === 1;
}

export async function listMailEvents(tx: Tx, mailId: string): Promise<EventRow[]> {
  return tx.mailEvent.findMany({ where: { mailId }, orderBy: [{ occurredAt: "asc" }, { id: "asc" }] });
}
