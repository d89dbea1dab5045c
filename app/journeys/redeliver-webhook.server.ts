import { recordAudit } from "~/identity/record-audit.server";
import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { redeliver } from "~/webhooks/redeliver.server";

/** Sends one delivery again, under the same id, with a line in the trail (P14, I37). @throws NotFoundError, ConflictError */
export async function redeliverWebhook(
  { deliveryId, endpointId, by }: { deliveryId: string; endpointId?: string; by: string },
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<void> {
  await db.transaction("redeliver-webhook", async (tx) => {
    const now = clock.now();
    await redeliver(tx, { deliveryId, endpointId, now });
    await recordAudit(tx, { by, action: "webhook.redelivered", object: deliveryId, now });
  });
}
