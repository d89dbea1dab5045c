import { z } from "zod";
import { randomBytes } from "node:crypto";
import { newId } from "../identifiers";
import { newWebhookEndpoint } from "../objects/notification";
import { mergeMetadata } from "../objects/stripe-object";
import { clearable, flag, list, metadata, text } from "../parameters";
import { listRoute, route } from "../route";
import type { Route } from "../route";
import { invalidRequest } from "../stripe-error";

const httpUrl = z.string().regex(/^https?:\/\/\S+$/);
const MAX_ENDPOINTS = 16;

export const webhookEndpointRoutes: Route[] = [
  route(
    "POST",
    "/v1/webhook_endpoints",
    "webhook",
    {
      enabled_events: list(text),
      url: httpUrl,
      api_version: text.optional(),
      connect: flag.optional(),
      description: clearable(text).optional(),
      metadata: metadata.optional(),
    },
    ({ sandbox, params: { connect, metadata: given, ...fields } }) => {
      if (sandbox.tables.webhookEndpoints.size >= MAX_ENDPOINTS) {
        throw invalidRequest(`You have reached the maximum of ${MAX_ENDPOINTS} test webhook endpoints.`);
      }
      const id = newId("we_", 24);
      const secret = `whsec_${randomBytes(24).toString("base64url").replace(/[-_]/g, "x")}`;
      sandbox.tables.endpointSecrets.insert({ id, secret, connect: connect ?? false });
      const endpoint = sandbox.tables.webhookEndpoints.insert(
        newWebhookEndpoint({ ...fields, id, created: sandbox.now(), metadata: mergeMetadata({}, given) }),
      );
      return { ...endpoint, secret };
    },
  ),
  route("GET", "/v1/webhook_endpoints/:id", "webhook", {}, ({ sandbox, at }) =>
    sandbox.tables.webhookEndpoints.get(at("id")),
  ),
  route(
    "POST",
    "/v1/webhook_endpoints/:id",
    "webhook",
    {
      description: clearable(text).optional(),
      disabled: flag.optional(),
      enabled_events: list(text).optional(),
      metadata: metadata.optional(),
      url: httpUrl.optional(),
    },
    ({ sandbox, params: { disabled, metadata: change, ...fields }, at }) => {
      const before = sandbox.tables.webhookEndpoints.get(at("id"));
      return sandbox.tables.webhookEndpoints.update(before.id, {
        ...fields,
        metadata: mergeMetadata(before.metadata, change),
        status: disabled === undefined ? before.status : disabled ? "disabled" : "enabled",
      });
    },
  ),
  route("DELETE", "/v1/webhook_endpoints/:id", "webhook", {}, ({ sandbox, at }) => {
    const { id } = sandbox.tables.webhookEndpoints.get(at("id"));
    for (const delivery of sandbox.tables.deliveries.where("status", "pending")) {
      if (delivery.endpoint === id) sandbox.tables.deliveries.remove(delivery.id);
    }
    sandbox.tables.webhookEndpoints.remove(id);
    return { id, object: "webhook_endpoint", deleted: true };
  }),
  listRoute("/v1/webhook_endpoints", "webhook", {}, ({ sandbox }) => sandbox.tables.webhookEndpoints.all()),
];
