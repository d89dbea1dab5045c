import { randomBytes } from "node:crypto";
import { newId } from "~/platform/ids";
import type { Tx } from "~/platform/db.server";
import { decrypt, encrypt, keyFor } from "~/platform/secrets.server";
import { columnsOf } from "~/platform/sql.server";
import { Prisma } from "../../prisma/generated/client";
import type { Provider } from "../../prisma/generated/enums";

export type InboxRow = Prisma.InboxEventGetPayload<object>;

const COLUMNS = columnsOf(Prisma.InboxEventScalarFieldEnum);

interface NewInboxEvent {
  provider: Provider;
  eventId: string;
  type: string;
  apiVersion: string | null;
  payloadSealed: Uint8Array<ArrayBuffer>;
  payloadHash: string;
  keyMonth: string;
  occurredAt: Date;
  receivedAt: Date;
}

/** One row per provider event (I27). @returns its id, or null when the event was there already */
export async function insertInboxEvent(tx: Tx, event: NewInboxEvent): Promise<string | null> {
  const [inserted] = await tx.sql.rows<{ id: string }>`
    insert into inbox_event (id, provider, event_id, type, api_version, payload_sealed, payload_hash, key_month, occurred_at, received_at)
    values (${newId("inb")}, ${event.provider}, ${event.eventId}, ${event.type}, ${event.apiVersion}, ${event.payloadSealed},
            ${event.payloadHash}, ${event.keyMonth}, ${event.occurredAt}, ${event.receivedAt})
    on conflict do nothing returning id`;
  return inserted?.id ?? null;
}

export async function findInboxEvent(tx: Tx, id: string): Promise<InboxRow | null> {
  const [row] = await tx.sql.rows<InboxRow>`select ${COLUMNS} from inbox_event where id = ${id}`;
  return row ?? null;
}

/** Compare-and-set: an event is finished once, whoever else is working on it. @returns whether it was us */
export async function finishInboxEvent(tx: Tx, id: string, end: { status: "processed" | "dead"; error: string | null }, now: Date): Promise<boolean> {
  const ended = await tx.sql.rows`
    update inbox_event set status = ${end.status}, error = ${end.error}, processed_at = ${now}
     where id = ${id} and status = 'received' returning id`;
  return ended.length === 1;
}

export async function noteInboxError(tx: Tx, id: string, error: string): Promise<void> {
  await tx.inboxEvent.updateMany({ where: { id, status: "received" }, data: { error } });
}

/** The newest event of a provider; null when none ever came. */
export async function findLastEvent(tx: Tx, provider: Provider): Promise<Pick<InboxRow, "type" | "receivedAt"> | null> {
  return await tx.inboxEvent.findFirst({
    where: { provider },
    orderBy: { receivedAt: "desc" },
    select: { type: true, receivedAt: true },
  });
}

export async function countInboxEvents(tx: Tx, where: { provider: Provider; status: InboxRow["status"] }): Promise<number> {
  return await tx.inboxEvent.count({ where });
}

/** The key of a month, made at its first event. */
export async function monthKey(tx: Tx, month: string): Promise<Buffer> {
  const known = await findMonthKey(tx, month);
  if (known) return known;
  const keySealed = encrypt(randomBytes(32), keyFor("person-data"));
  await tx.inboxKey.createMany({ data: { month, keySealed }, skipDuplicates: true });
  const row = await tx.inboxKey.findUniqueOrThrow({ where: { month } });
  return decrypt(row.keySealed, keyFor("person-data"));
}

/** The key of a month; null once it was destroyed, and every payload of that month with it (L8). */
export async function findMonthKey(tx: Tx, month: string): Promise<Buffer | null> {
  const [row] = await tx.sql.rows<{ keySealed: Buffer }>`select key_sealed from inbox_key where month = ${month}`;
  return row ? decrypt(row.keySealed, keyFor("person-data")) : null;
}

/** Takes away payloads received before a moment, and the keys of months that ended before it. @returns how many payloads */
export async function destroyPayloads(tx: Tx, before: Date): Promise<number> {
  const { count } = await tx.inboxEvent.updateMany({
    where: { receivedAt: { lt: before }, payloadSealed: { not: null } },
    data: { payloadSealed: null },
  });
  await tx.inboxKey.deleteMany({ where: { month: { lt: before.toISOString().slice(0, 7) } } });
  return count;
}
