import { recordAudit } from "~/identity/record-audit.server";
import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { rotateSecret } from "~/webhooks/change-endpoint.server";

/**
 * A new secret for an endpoint, with a line in the trail (I37); the old one signs beside it for a day (P13).
 * @returns the new one, shown this once @throws NotFoundError
 */
export async function rotateWebhookSecret(
  { id, by }: { id: string; by: string },
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<{ secret: string; oldUntil: Date }> {
  return db.transaction("rotate-webhook-secret", async (tx) => {
    const now = clock.now();
    const rotated = await rotateSecret(tx, { id, now });
    await recordAudit(tx, { by, action: "webhook.secret_rotated", object: id, now });
    return rotated;
  });
}
