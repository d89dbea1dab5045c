import { recordAudit } from "~/identity/record-audit.server";
import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { changeEndpoint } from "~/webhooks/change-endpoint.server";
import type { EndpointInput } from "~/webhooks/endpoint-input";

interface WebhookChange extends Partial<Omit<EndpointInput, "url">> {
  id: string;
  /** On or off. */
  on?: boolean;
  by: string;
}

/** Changes what is given of an endpoint, with a line in the trail (I37). @throws NotFoundError */
export async function changeWebhook(
  { by, ...change }: WebhookChange,
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<void> {
  await db.transaction("change-webhook", async (tx) => {
    const now = clock.now();
    await changeEndpoint(tx, { ...change, now });
    const { id, on, types } = change;
    const action = on === undefined ? "webhook.changed" : on ? "webhook.switched_on" : "webhook.switched_off";
    await recordAudit(tx, { by, action, object: id, ...(types && { facts: { types } }), now });
  });
}
