import type { Tx } from "~/platform/db.server";
import type { Prisma } from "../../prisma/generated/client";

export type EventRow = Prisma.WebhookEventGetPayload<object>;
export type ChangeRow = Prisma.WebhookChangeGetPayload<object>;

/** Takes a noted change out; whoever comes second gets null. */
export async function takeChange(tx: Tx, id: bigint): Promise<ChangeRow | null> {
  const change = await tx.webhookChange.findUnique({ where: { id } });
  const { count } = await tx.webhookChange.deleteMany({ where: { id } });
  return count === 1 ? change : null;
}

/** Keeps an event, once per cause. @returns false when it is known */
export async function insertEvent(tx: Tx, event: EventRow): Promise<boolean> {
  const { count } = await tx.webhookEvent.createMany({ data: event, skipDuplicates: true });
  return count === 1;
}

/** A referral and its rewards as they are now, in the shape in which changes are noted. */
export async function readReferral(tx: Tx, id: string): Promise<{ referral: unknown; rewards: unknown }> {
  const [row] = await tx.$queryRaw<{ referral: unknown; rewards: unknown }[]>`
    select to_jsonb(r) as referral,
           (select coalesce(jsonb_agg(to_jsonb(w) order by w.id), '[]') from reward w where w.referral_id = r.id) as rewards
      from referral r where r.id = ${id}`;
  if (!row) throw new RangeError(`the referral ${id} of a noted change is not there`);
  return row;
}

/** Events of these types in a period, oldest first, at most `limit`. */
export async function listEventsBetween(
  tx: Tx,
  { types, from, until, limit }: { types: string[]; from: Date; until: Date; limit: number },
): Promise<EventRow[]> {
  return tx.webhookEvent.findMany({
    where: { type: { in: types }, sample: false, createdAt: { gte: from, lt: until } },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    take: limit,
  });
}

/** The events that are not kept any more, oldest first. */
export async function listEventIdsBefore(tx: Tx, before: Date, limit: number): Promise<string[]> {
  const rows = await tx.webhookEvent.findMany({
    where: { createdAt: { lt: before } }, orderBy: { createdAt: "asc" }, take: limit, select: { id: true },
  });
  return rows.map(({ id }) => id);
}

export async function deleteEvents(tx: Tx, ids: string[]): Promise<void> {
  await tx.webhookEvent.deleteMany({ where: { id: { in: ids } } });
}

/** @throws RangeError when nothing is stored under this id */
export async function getEvent(tx: Tx, id: string): Promise<EventRow> {
  const event = await tx.webhookEvent.findUnique({ where: { id } });
  if (!event) throw new RangeError(`the webhook event ${id} of a delivery is not there`);
  return event;
}

export async function findEvents(tx: Tx, ids: string[]): Promise<Map<string, EventRow>> {
  const rows = await tx.webhookEvent.findMany({ where: { id: { in: ids } } });
  return new Map(rows.map((row) => [row.id, row]));
}
