import type { Tx } from "~/platform/db.server";
import { rootDb, type Deps } from "~/platform/deps.server";
import { NotFoundError } from "~/platform/errors";
import { findDeliveryPage, getDeliveryRow, listAttempts, type AttemptRow, type DeliveryQuery, type DeliveryRow } from "./delivery-store.server";
import { findEvents, getEvent, type EventRow } from "./event-store.server";

/** A delivery as its log shows it. */
export interface DeliveryView {
  id: string;
  endpointId: string;
  eventId: string;
  type: string;
  sample: boolean;
  status: DeliveryRow["status"];
  attempts: number;
  nextAt: Date | null;
  createdAt: Date;
  settledAt: Date | null;
  last: Omit<AttemptRow, "deliveryId"> | null;
}

const PAGE_SIZE = 50;

/** One page of an endpoint's log, newest first. */
export async function listDeliveries(
  { page, ...query }: DeliveryQuery & { page: number },
  { db = rootDb }: Pick<Deps, "db"> = {},
): Promise<{ deliveries: DeliveryView[]; page: number; pages: number; total: number }> {
  return db.transaction("list-deliveries", async (tx) => {
    const { rows, total } = await findDeliveryPage(tx, query, { skip: (page - 1) * PAGE_SIZE, take: PAGE_SIZE });
    return { deliveries: await viewsOf(tx, rows), page, pages: Math.max(1, Math.ceil(total / PAGE_SIZE)), total };
  });
}

/** Deliveries with their event and their last attempt, in the same order. */
export async function viewsOf(tx: Tx, rows: readonly DeliveryRow[]): Promise<DeliveryView[]> {
  const events = await findEvents(tx, rows.map(({ eventId }) => eventId));
  const attempts = await listAttempts(tx, rows.map(({ id }) => id));
  return rows.flatMap((row) => {
    const event = events.get(row.eventId);
    return event ? [viewOf(row, event, attempts.findLast(({ deliveryId }) => deliveryId === row.id) ?? null)] : [];
  });
}

export interface DeliveryDetail extends DeliveryView {
  payload: string;
  history: AttemptRow[];
}

/** One delivery of an endpoint with what was sent and every answer. @throws NotFoundError */
export async function getDelivery(
  { id, endpointId }: { id: string; endpointId: string },
  { db = rootDb }: Pick<Deps, "db"> = {},
): Promise<DeliveryDetail> {
  return db.transaction("get-delivery", async (tx) => {
    const row = await getDeliveryRow(tx, id);
    if (row.endpointId !== endpointId) throw new NotFoundError("webhook delivery", { deliveryId: id });
    const event = await getEvent(tx, row.eventId);
    const history = await listAttempts(tx, [id]);
    return { ...viewOf(row, event, history.at(-1) ?? null), payload: event.payload, history };
  });
}

function viewOf(row: DeliveryRow, { type, sample }: EventRow, last: AttemptRow | null): DeliveryView {
  const { id, endpointId, eventId, status, attempts, nextAt, createdAt, settledAt } = row;
  return { id, endpointId, eventId, type, sample, status, attempts, nextAt, createdAt, settledAt, last };
}
