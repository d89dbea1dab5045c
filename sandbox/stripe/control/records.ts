import { z } from "zod";
import { BY_HAND } from "../cause";
import { newId } from "../identifiers";
import { newWebhookEndpoint } from "../objects/notification";
import type { Sandbox } from "../sandbox";
import type { ControlRouter } from "./json-control";

const endpointSchema = z.strictObject({
  url: z.url(),
  secret: z.string().startsWith("whsec_"),
  enabledEvents: z.array(z.string()).default(["*"]),
  connect: z.boolean().default(false),
});

/** What tests read: the effects that really happened and the deliveries; and endpoints with their secrets. */
export function addRecords(control: ControlRouter, sandbox: Sandbox): void {
  const { tables } = sandbox;
  control.get("/journal", (request) => {
    const since = Number(request.query.since ?? 0);
    const effects = tables.effects.all().filter((effect) => effect.seq > since);
    return { effects, last: effects.at(-1)?.seq ?? since };
  });
  control.get("/deliveries", (request) => {
    const { status, event } = request.query;
    const deliveries = tables.deliveries
      .all()
      .filter((delivery) => status === undefined || delivery.status === status)
      .filter((delivery) => event === undefined || delivery.event === event);
    return { deliveries };
  });
  control.post("/deliveries/:id/resend", (request) => {
    sandbox.run(BY_HAND, () => sandbox.webhooks.resend(request.params.id ?? ""));
    return tables.deliveries.get(request.params.id ?? "");
  });
  control.get("/webhook-endpoints", () => ({
    endpoints: tables.webhookEndpoints.all().map(({ id, url }) => ({ ...tables.endpointSecrets.get(id), url })),
  }));
  control.post("/webhook-endpoints", (request) => {
    const { url, secret, enabledEvents, connect } = endpointSchema.parse(request.body);
    return sandbox.run(BY_HAND, () => {
      const known = tables.webhookEndpoints
        .all()
        .find((one) => one.url === url && tables.endpointSecrets.get(one.id).connect === connect);
      const id = known?.id ?? newId("we_", 24);
      tables.endpointSecrets.put({ id, secret, connect });
      if (known)
        return tables.webhookEndpoints.update(id, { enabled_events: enabledEvents, status: "enabled" });
      const created = sandbox.now();
      return tables.webhookEndpoints.insert(
        newWebhookEndpoint({ id, created, url, enabled_events: enabledEvents }),
      );
    });
  });
}
