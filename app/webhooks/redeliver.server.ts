import type { Tx } from "~/platform/db.server";
import { ConflictError, NotFoundError } from "~/platform/errors";
import { getDeliveryRow } from "./delivery-store.server";
import { getEndpointRow } from "./endpoint-store.server";
import { scheduleDeliveries } from "./schedule-deliveries.server";

/**
 * Begins a delivery anew, whatever became of it: the same event, the same id (P14).
 * @param endpointId where it must belong, when the caller names one
 * @throws NotFoundError; ConflictError `webhook_off`
 */
export async function redeliver(
  tx: Tx,
  { deliveryId, endpointId, now }: { deliveryId: string; endpointId?: string | undefined; now: Date },
): Promise<void> {
  const delivery = await getDeliveryRow(tx, deliveryId);
  if (endpointId !== undefined && delivery.endpointId !== endpointId) throw new NotFoundError("webhook delivery", { deliveryId });
  const { switchedOffAt } = await getEndpointRow(tx, delivery.endpointId);
  if (switchedOffAt) throw new ConflictError("webhook_off", "the endpoint is switched off", { deliveryId });
  await scheduleDeliveries(tx, { endpointId: delivery.endpointId, eventIds: [delivery.eventId], now });
}
