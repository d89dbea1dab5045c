import { addWebhook } from "~/journeys/add-webhook.server";
import { removeWebhook } from "~/journeys/remove-webhook.server";
import { rotateWebhookSecret } from "~/journeys/rotate-webhook-secret.server";
import { testWebhook } from "~/journeys/test-webhook.server";
import { WEBHOOK_EVENT_TYPES } from "~/webhooks/event-types";
import { listEndpoints } from "~/webhooks/list-endpoints.server";

const by = "system";

/**
 * What an owner does once on the page for webhooks: lets the demo shop listen, and pastes the secret into its settings. An
 * endpoint of an earlier port goes; a shop that lost its secret gets a new one.
 */
export async function wireHooks(shopUrl: string): Promise<void> {
  const url = new URL("/hooks/vouch", shopUrl).href;
  const settings = new URL("/_control/hooks", shopUrl);
  const { listening } = (await (await fetch(settings)).json()) as { listening: boolean };
  const endpoints = await listEndpoints();
  const elsewhere = endpoints.filter((endpoint) => endpoint.url !== url && isShopOfOldPort(endpoint.url));
  for (const { id } of elsewhere) await removeWebhook({ id, by });
  const known = endpoints.find((endpoint) => endpoint.url === url);
  if (known && listening) return;
  const { id, secret } = known
    ? { id: known.id, ...(await rotateWebhookSecret({ id: known.id, by })) }
    : await addWebhook({ url, description: "Demo shop", types: [...WEBHOOK_EVENT_TYPES], by });
  const body = JSON.stringify({ secret });
  const saved = await fetch(settings, { method: "POST", headers: { "Content-Type": "application/json" }, body });
  if (!saved.ok) throw new Error(`the demo shop did not take the secret of its webhooks: ${saved.status}`);
  // So that there is something to see before anything happens.
  await testWebhook({ endpointId: id, type: "reward.approved", by });
}

function isShopOfOldPort(text: string): boolean {
  const { hostname, pathname } = new URL(text);
  return hostname === "localhost" && pathname === "/hooks/vouch";
}
