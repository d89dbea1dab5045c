import { recordAudit } from "~/identity/record-audit.server";
import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { addEndpoint } from "~/webhooks/add-endpoint.server";
import type { EndpointInput } from "~/webhooks/endpoint-input";

/**
 * Lets a host listen at an address (P12), with a line in the trail (I37). @returns the secret, shown this once
 * @throws TargetRefusedError, ConflictError `too_many_webhooks`, `webhook_known`
 */
export async function addWebhook(
  { by, ...input }: EndpointInput & { by: string },
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<{ id: string; secret: string }> {
  return db.transaction("add-webhook", async (tx) => {
    const now = clock.now();
    const made = await addEndpoint(tx, { ...input, by, now });
    await recordAudit(tx, { by, action: "webhook.added", object: made.id, facts: { types: input.types }, now });
    return made;
  });
}
