import { newId } from "~/platform/ids";
import type { Tx } from "~/platform/db.server";
import { NotFoundError } from "~/platform/errors";
import { pageArgs, type PageWish } from "~/platform/page";
import type { Prisma } from "../../prisma/generated/client";
import type { Verdict } from "./attempt-times";

export type DeliveryRow = Prisma.WebhookDeliveryGetPayload<object>;
export type AttemptRow = Prisma.WebhookAttemptGetPayload<object>;

interface Wanted {
  endpointId: string;
  eventIds: readonly string[];
  now: Date;
}

/**
 * Puts events on their way to an endpoint, one delivery each; what was on its way or done before begins anew, under the
 * same id. @returns the deliveries
 */
export async function askForDeliveries(tx: Tx, { endpointId, eventIds, now }: Wanted): Promise<string[]> {
  const known = await tx.webhookDelivery.updateManyAndReturn({
    where: { endpointId, eventId: { in: [...eventIds] } },
    data: { status: "waiting", nextAt: now, settledAt: null, tries: 0 },
    select: { id: true, eventId: true },
  });
  const asked = new Set(known.map(({ eventId }) => eventId));
  const fresh = await tx.webhookDelivery.createManyAndReturn({
    data: eventIds
      .filter((eventId) => !asked.has(eventId))
      .map((eventId) => ({ id: newId("whd"), endpointId, eventId, status: "waiting" as const, nextAt: now, createdAt: now })),
    skipDuplicates: true,
    select: { id: true },
  });
  return [...known, ...fresh].map(({ id }) => id);
}

/** Reads a delivery FOR UPDATE; null when it went with its endpoint or its time. */
export async function lockDelivery(tx: Tx, id: string): Promise<DeliveryRow | null> {
  await tx.$queryRaw`select id from webhook_delivery where id = ${id} for update`;
  return tx.webhookDelivery.findUnique({ where: { id } });
}

/** @throws NotFoundError */
export async function getDeliveryRow(tx: Tx, id: string): Promise<DeliveryRow> {
  const row = await tx.webhookDelivery.findUnique({ where: { id } });
  if (!row) throw new NotFoundError("webhook delivery", { deliveryId: id });
  return row;
}

/** Counts an attempt before it is made, so that one that is killed counts too. */
export async function countAttempt(tx: Tx, { id, attempts, tries }: DeliveryRow): Promise<DeliveryRow> {
  return tx.webhookDelivery.update({ where: { id }, data: { attempts: attempts + 1, tries: tries + 1 } });
}

/** Writes what became of a delivery, unless another attempt began meanwhile. @returns whether it did */
export async function settleDelivery(tx: Tx, id: string, attempt: number, { status, nextAt, settledAt }: Verdict): Promise<boolean> {
  const { count } = await tx.webhookDelivery.updateMany({
    where: { id, attempts: attempt, status: "waiting" },
    data: { status, nextAt, settledAt },
  });
  return count === 1;
}

export async function insertAttempt(tx: Tx, row: AttemptRow): Promise<void> {
  await tx.webhookAttempt.createMany({ data: row, skipDuplicates: true });
}

export async function listAttempts(tx: Tx, deliveryIds: readonly string[]): Promise<AttemptRow[]> {
  return tx.webhookAttempt.findMany({
    where: { deliveryId: { in: [...deliveryIds] } },
    orderBy: [{ deliveryId: "asc" }, { number: "asc" }],
  });
}

export interface DeliveryQuery {
  endpointId: string;
  status: DeliveryRow["status"] | null;
}

/** One page, newest first, and how many there are in all. */
export async function findDeliveryPage(
  tx: Tx,
  { endpointId, status }: DeliveryQuery,
  page: { skip: number; take: number },
): Promise<{ rows: DeliveryRow[]; total: number }> {
  const where = { endpointId, ...(status && { status }) };
  const rows = await tx.webhookDelivery.findMany({ where, orderBy: [{ createdAt: "desc" }, { id: "desc" }], ...page });
  return { rows, total: await tx.webhookDelivery.count({ where }) };
}

/** Deliveries of an endpoint, newest first, as far as one page reaches. */
export async function findDeliveriesAfter(tx: Tx, { endpointId, status }: DeliveryQuery, wish: PageWish): Promise<DeliveryRow[]> {
  const { where, ...args } = pageArgs(wish);
  return tx.webhookDelivery.findMany({ where: { ...where, endpointId, ...(status && { status }) }, ...args });
}

/** How many deliveries stand where, per endpoint; samples count too, as they stand in the log. */
export async function countDeliveries(tx: Tx, endpointId?: string) {
  const groups = await tx.webhookDelivery.groupBy({
    by: ["endpointId", "status"], _count: true, ...(endpointId && { where: { endpointId } }),
  });
  return groups.map(({ endpointId: of, status, _count }) => ({ endpointId: of, status, count: _count }));
}

/** Takes deliveries away, with their attempts. */
export async function deleteDeliveries(tx: Tx, of: { endpointId: string } | { eventIds: string[] }): Promise<void> {
  const where = "endpointId" in of ? of : { eventId: { in: of.eventIds } };
  const ids = (await tx.webhookDelivery.findMany({ where, select: { id: true } })).map(({ id }) => id);
  await tx.webhookAttempt.deleteMany({ where: { deliveryId: { in: ids } } });
  await tx.webhookDelivery.deleteMany({ where: { id: { in: ids } } });
}
