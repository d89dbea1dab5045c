import type { Tx } from "~/platform/db.server";
import { WAITS_MS } from "./attempt-times";
import { countAttempt, lockDelivery, settleDelivery } from "./delivery-store.server";
import { signedHeaders } from "./endpoint-secret.server";
import { getEndpointRow } from "./endpoint-store.server";
import { getEvent } from "./event-store.server";

/** One attempt that was counted and can be made. */
export interface BegunAttempt {
  deliveryId: string;
  endpointId: string;
  attempt: number;
  tries: number;
  sample: boolean;
  url: string;
  headers: Record<string, string>;
  body: string;
}

/**
 * Everything before the call: counts the attempt and signs the stored bytes. Null when there is nothing to send now:
 * done, not due yet, tried often enough, or the endpoint was switched off.
 */
export async function beginAttempt(tx: Tx, deliveryId: string, now: Date): Promise<BegunAttempt | null> {
  const delivery = await lockDelivery(tx, deliveryId);
  if (!delivery || delivery.status !== "waiting" || (delivery.nextAt && delivery.nextAt > now)) return null;
  const endpoint = await getEndpointRow(tx, delivery.endpointId);
  // More begun than ended means that workers were killed over it.
  const spent = delivery.tries > WAITS_MS.length;
  const { id, payload, sample } = await getEvent(tx, delivery.eventId);
  if ((endpoint.switchedOffAt && !sample) || spent) {
    await settleDelivery(tx, deliveryId, delivery.attempts, { status: "failed", nextAt: null, settledAt: now });
    return null;
  }
  const { attempts: attempt, tries } = await countAttempt(tx, delivery);
  const headers = signedHeaders({ id, payload }, endpoint, { now });
  return { deliveryId, endpointId: endpoint.id, attempt, tries, sample, url: endpoint.url, headers, body: payload };
}
