import type { Tx } from "~/platform/db.server";
import { enqueue } from "~/platform/jobs.server";
import { askForDeliveries } from "./delivery-store.server";

interface Asked {
  endpointId: string;
  eventIds: readonly string[];
  now: Date;
}

/** Sends events to an endpoint, at once, whatever became of them before. @returns how many deliveries that makes */
export async function scheduleDeliveries(tx: Tx, asked: Asked): Promise<number> {
  const ids = await askForDeliveries(tx, asked);
  for (const deliveryId of ids) await enqueueAttempt(tx, { deliveryId, endpointId: asked.endpointId });
  return ids.length;
}

/**
 * The job of the next attempt. Those of one endpoint wait for one another, so that a slow one keeps nobody else waiting;
 * asking again moves the job that waits.
 */
export async function enqueueAttempt(
  tx: Tx,
  { deliveryId, endpointId, runAt }: { deliveryId: string; endpointId: string; runAt?: { at: Date; now: Date } },
): Promise<void> {
  await enqueue(tx, "deliver-webhook", { deliveryId }, { queue: `webhook:${endpointId}`, key: `webhook:${deliveryId}`, ...(runAt && { runAt }) });
}
