import { recordAudit } from "~/identity/record-audit.server";
import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { removeEndpoint } from "~/webhooks/remove-endpoint.server";

/** Takes an endpoint away with its log; a line in the trail stays (I37). @throws NotFoundError */
export async function removeWebhook(
  { id, by }: { id: string; by: string },
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<void> {
  await db.transaction("remove-webhook", async (tx) => {
    const url = await removeEndpoint(tx, id);
    await recordAudit(tx, { by, action: "webhook.removed", object: id, facts: { host: new URL(url).host }, now: clock.now() });
  });
}
