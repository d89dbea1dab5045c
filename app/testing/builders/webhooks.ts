import { addWebhook } from "~/journeys/add-webhook.server";
import { removeWebhook } from "~/journeys/remove-webhook.server";
import { getDelivery } from "~/webhooks/list-deliveries.server";
import { getEndpoint, listEndpoints } from "~/webhooks/list-endpoints.server";
import { publishChange } from "~/webhooks/publish-change.server";
import type { TestDatabase } from "../test-database";
import { takeJobs } from "../waiting-jobs";
import { webhookListener } from "../webhook-listener";
import { aReward } from "./rewards";

const by = "person:psn_owner";

/** A host that hears of pending rewards, with one such event on its way to it. */
export async function aDelivery(test: TestDatabase, clock = test.clock) {
  const listener = await webhookListener();
  const { id: endpointId, secret } = await addWebhook({ url: listener.url, description: null, types: ["reward.pending"], by }, test);
  await aReward(test);
  for (const payload of await takeJobs(test, "publish-webhook-event")) await publishChange(payload, { db: test.db, clock });
  const [job] = await takeJobs(test, "deliver-webhook");
  if (!job) throw new Error("nothing is on its way");
  const { deliveryId } = job;
  const log = () => getDelivery({ id: deliveryId, endpointId }, test);
  const endpoint = () => getEndpoint(endpointId, { db: test.db, clock });
  return { listener, endpointId, secret, deliveryId, log, endpoint };
}

/** Nobody listens any more, and nothing is on its way. */
export async function noWebhooks(test: TestDatabase): Promise<void> {
  for (const { id } of await listEndpoints(test)) await removeWebhook({ id, by }, test);
  await takeJobs(test, "publish-webhook-event");
  await takeJobs(test, "deliver-webhook");
}
