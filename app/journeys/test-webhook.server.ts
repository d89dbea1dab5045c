import { recordAudit } from "~/identity/record-audit.server";
import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import type { WebhookEventType } from "~/webhooks/event-types";
import { keepSample } from "~/webhooks/keep-sample.server";
import { deliverWebhook } from "./deliver-webhook.server";

/**
 * Sends an endpoint a signed sample of a type, once and right now, whether it is on or off; its answer stands in the log
 * like any other. @returns the delivery @throws NotFoundError
 */
export async function testWebhook(
  { endpointId, type, by }: { endpointId: string; type: WebhookEventType; by: string },
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<string> {
  const deliveryId = await db.transaction("test-webhook", async (tx) => {
    const now = clock.now();
    await recordAudit(tx, { by, action: "webhook.tested", object: endpointId, facts: { type }, now });
    return keepSample(tx, { endpointId, type, now });
  });
  await deliverWebhook({ deliveryId }, { db, clock });
  return deliveryId;
}
