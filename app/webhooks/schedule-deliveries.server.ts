import type { Tx } from "~/platform/db.server";
import { enqueue, enqueueEach } from "~/platform/jobs.server";
import { askForDeliveries } from "./delivery-store.server";

interface Asked {
  endpointId: string;
  eventIds: readonly string[];
  now: Date;
}

/** Jobs of one endpoint wait for one another, so that a slow one keeps nobody else waiting. */
const queueOf = (endpointId: string) => `webhook:${endpointId}`;
/** Asking again moves the job that waits. */
const keyOf = (deliveryId: string) => `webhook:${deliveryId}`;

/** Sends events to an endpoint, at once, whatever became of them before. @returns how many deliveries that makes */
export async function scheduleDeliveries(tx: Tx, asked: Asked): Promise<number> {
  const ids = await askForDeliveries(tx, asked);
  const jobs = ids.map((deliveryId) => ({ key: keyOf(deliveryId), payload: { deliveryId } }));
  await enqueueEach(tx, "deliver-webhook", queueOf(asked.endpointId), jobs);
  return ids.length;
}

/** The job of one later attempt. */
export async function enqueueAttempt(
  tx: Tx,
  { deliveryId, endpointId, runAt }: { deliveryId: string; endpointId: string; runAt: { at: Date; now: Date } },
): Promise<void> {
  await enqueue(tx, "deliver-webhook", { deliveryId }, { queue: queueOf(endpointId), key: keyOf(deliveryId), runAt });
}
