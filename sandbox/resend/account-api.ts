import { randomBytes, randomUUID } from "node:crypto";
import type { Router } from "express";
import { z } from "zod";
import { ApiError, notFound } from "./api-error";
import { apiRoute, type ApiCall, type ApiParts } from "./api-route";
import type { Suppression, Webhook } from "./entries";
import type { Events } from "./events";
import { pageOf } from "./pagination";
import { bareAddress, parseBody } from "./validate";

interface WebhookRequest {
  endpoint: string;
  events: string[];
  status: "enabled" | "disabled";
}

/** `/webhooks`, `/suppressions` and `/domains`. */
export function accountApi(router: Router, parts: ApiParts, events: Events, domains: string[]): void {
  webhooksApi(router, parts);
  suppressionsApi(router, parts, events);
  router.get(
    "/domains",
    apiRoute(parts, (call) => {
      const senders = [...parts.state.mails.values()].map(
        (mail) => bareAddress(mail.from).split("@")[1] ?? ""
      );
      const names = [...new Set([...domains, ...senders])];
      return {
        status: 200,
        body: pageOf(
          names.map((name) => ({ id: name, name })),
          call.query,
          domainBody
        ),
      };
    })
  );
}

function webhooksApi(router: Router, parts: ApiParts): void {
  const { state } = parts;
  const find = (call: ApiCall): Webhook => {
    const webhook = state.webhooks.get(call.params.id ?? "");
    if (!webhook) throw notFound("Webhook");
    return webhook;
  };
  const save = (webhook: Webhook) => {
    if (!z.url({ protocol: /^https?$/ }).safeParse(webhook.endpoint).success) {
      throw new ApiError(
        422,
        "validation_error",
        "Invalid `endpoint` field. It must be an http or https URL."
      );
    }
    state.record({ kind: "webhook.saved", at: state.now().toISOString(), webhook });
  };
  const create = (call: ApiCall) => {
    const { endpoint, events } = parseBody<WebhookRequest>("CreateWebhookRequest", call.body);
    const signingSecret = `whsec_${randomBytes(24).toString("base64")}`;
    const createdAt = state.now().toISOString();
    const webhook: Webhook = {
      id: randomUUID(),
      endpoint,
      events,
      status: "enabled",
      createdAt,
      signingSecret,
    };
    save(webhook);
    return { status: 201, body: { object: "webhook", id: webhook.id, signing_secret: signingSecret } };
  };
  const update = (call: ApiCall) => {
    const webhook = find(call);
    const change = parseBody<Partial<WebhookRequest>>("UpdateWebhookRequest", call.body);
    const { endpoint = webhook.endpoint, events = webhook.events, status = webhook.status } = change;
    save({ ...webhook, endpoint, events, status });
    return { status: 200, body: { object: "webhook", id: webhook.id } };
  };
  const remove = (call: ApiCall) => {
    const { id } = find(call);
    state.record({ kind: "webhook.deleted", at: state.now().toISOString(), id });
    return { status: 200, body: { object: "webhook", id, deleted: true } };
  };
  const list = (call: ApiCall) => ({
    status: 200,
    body: pageOf([...state.webhooks.values()].reverse(), call.query, webhookBody),
  });

  router.post("/webhooks", apiRoute(parts, create));
  router.get("/webhooks", apiRoute(parts, list));
  router.patch("/webhooks/:id", apiRoute(parts, update));
  router.delete("/webhooks/:id", apiRoute(parts, remove));
  router.get(
    "/webhooks/:id",
    apiRoute(parts, (call) => {
      const webhook = find(call);
      const body = { object: "webhook", ...webhookBody(webhook), signing_secret: webhook.signingSecret };
      return { status: 200, body };
    })
  );
}

function suppressionsApi(router: Router, parts: ApiParts, events: Events): void {
  const { state } = parts;
  const find = (call: ApiCall): Suppression => {
    const suppression = state.suppressionFor(call.params.id ?? "");
    if (!suppression) throw notFound("Suppression");
    return suppression;
  };
  const add = (call: ApiCall) => {
    const { email } = parseBody<{ email: string }>("CreateSuppressionOptions", call.body);
    const [suppression] = events.suppress([email], "manual", null);
    return { status: 201, body: { object: "suppression", id: suppression?.id } };
  };
  const remove = (call: ApiCall) => {
    const suppression = find(call);
    events.unsuppress(suppression);
    return { status: 200, body: { object: "suppression", id: suppression.id, deleted: true } };
  };
  const list = (call: ApiCall) => {
    const all = [...state.suppressions.values()].reverse();
    const { origin } = call.query;
    const wanted = origin === undefined ? all : all.filter((suppression) => suppression.origin === origin);
    return { status: 200, body: pageOf(wanted, call.query, suppressionBody) };
  };

  router.post("/suppressions", apiRoute(parts, add));
  router.get("/suppressions", apiRoute(parts, list));
  router.delete("/suppressions/:id", apiRoute(parts, remove));
  router.get(
    "/suppressions/:id",
    apiRoute(parts, (call) => ({
      status: 200,
      body: { object: "suppression", ...suppressionBody(find(call)) },
    }))
  );
}

function webhookBody({ id, endpoint, events, status, createdAt }: Webhook) {
  return { id, endpoint, events, status, created_at: createdAt };
}

function suppressionBody({ id, email, origin, sourceId, createdAt }: Suppression) {
  return { id, email, origin, source_id: sourceId, created_at: createdAt };
}

function domainBody({ id, name }: { id: string; name: string }) {
  const tracking = { open_tracking: true, click_tracking: true };
  return {
    id,
    name,
    status: "verified",
    created_at: "2026-01-01T00:00:00.000Z",
    region: "eu-west-1",
    ...tracking,
  };
}
