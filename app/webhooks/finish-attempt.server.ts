import type { Tx } from "~/platform/db.server";
import type { TargetAnswer } from "~/platform/gateways/webhook-target.server";
import { afterAttempt, isAccepted, offBecause } from "./attempt-times";
import type { BegunAttempt } from "./begin-attempt.server";
import { insertAttempt, lockDelivery, settleDelivery } from "./delivery-store.server";
import { getEndpointRow, lockEndpoint, updateEndpoint } from "./endpoint-store.server";
import { enqueueAttempt } from "./schedule-deliveries.server";

/** What an owner has to hear of after an attempt. */
export type WebhookTrouble = "gone" | "failing" | "given_up";

/**
 * Writes down what became of an attempt: done, or the job of the next one, or given up (P14). An endpoint that said it is
 * gone, or at which nothing arrived for three days, is switched off.
 */
export async function finishAttempt(
  tx: Tx,
  { deliveryId, endpointId, attempt, tries, sample }: BegunAttempt,
  { status, error, body, tookMs }: TargetAnswer,
  now: Date,
): Promise<WebhookTrouble | null> {
  // It went with its endpoint while the call was under way.
  if (!(await lockDelivery(tx, deliveryId))) return null;
  await insertAttempt(tx, { deliveryId, number: attempt, triedAt: now, tookMs, status, error, body });
  const outcome = { status, error };
  const verdict = afterAttempt({ outcome, tries, sample, now });
  if (!(await settleDelivery(tx, deliveryId, attempt, verdict))) return null;
  if (verdict.status === "waiting") await enqueueAttempt(tx, { deliveryId, endpointId, runAt: { at: verdict.nextAt, now } });
  // A sample says nothing about how the endpoint does.
  if (sample) return null;
  if (isAccepted(outcome)) {
    const { failingSince } = await getEndpointRow(tx, endpointId);
    if (failingSince) await updateEndpoint(tx, endpointId, { failingSince: null });
    return null;
  }
  const endpoint = await lockEndpoint(tx, endpointId);
  const failingSince = endpoint.failingSince ?? now;
  const off = endpoint.switchedOffAt ? null : offBecause(outcome, failingSince, now);
  await updateEndpoint(tx, endpointId, { failingSince, ...(off && { switchedOffAt: now, switchedOffBecause: off }) });
  return off ?? (verdict.status === "failed" ? "given_up" : null);
}
