import type { Tx } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { askForDeliveries } from "./delivery-store.server";
import { getEndpointRow } from "./endpoint-store.server";
import { eventPayload } from "./event-payload";
import { insertEvent } from "./event-store.server";
import type { WebhookEventType } from "./event-types";
import { SAMPLE_CHANGES } from "./sample-event";
import { enqueueAttempt } from "./schedule-deliveries.server";

const LATEST_MS = 60_000;

/** Keeps a sample for one endpoint; nothing happened, so it is never live. @returns its delivery @throws NotFoundError */
export async function keepSample(
  tx: Tx,
  { endpointId, type, now }: { endpointId: string; type: WebhookEventType; now: Date },
): Promise<string> {
  await getEndpointRow(tx, endpointId);
  const id = newId("evt");
  const payload = eventPayload({ id, type, createdAt: now, livemode: false, ...SAMPLE_CHANGES[type] });
  await insertEvent(tx, { id, type, payload, createdAt: now, causeId: id, causeVersion: 1, sample: true });
  const [deliveryId] = await askForDeliveries(tx, { endpointId, eventIds: [id], now });
  if (!deliveryId) throw new RangeError("a sample without a delivery");
  // The caller sends it right away; should its process end over that, the worker does.
  await enqueueAttempt(tx, { deliveryId, endpointId, runAt: { at: new Date(now.getTime() + LATEST_MS), now } });
  return deliveryId;
}
