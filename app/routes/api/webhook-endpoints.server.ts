import { z } from "zod";
import { ApiRefusal } from "~/http/api-error.server";
import { defineEndpoint } from "~/http/api-endpoint";
import { EXAMPLE } from "~/http/api-example";
import { line } from "~/http/api-fields";
import { idOf, time } from "~/http/api-shapes";
import { addWebhook } from "~/journeys/add-webhook.server";
import { changeWebhook } from "~/journeys/change-webhook.server";
import { removeWebhook } from "~/journeys/remove-webhook.server";
import { rotateWebhookSecret } from "~/journeys/rotate-webhook-secret.server";
import { ConflictError } from "~/platform/errors";
import { MAX_ENDPOINTS, TargetRefusedError } from "~/webhooks/endpoint-input";
import { WEBHOOK_EVENT_TYPES } from "~/webhooks/event-types";
import { getEndpoint, listEndpoints, type EndpointView } from "~/webhooks/list-endpoints.server";

const url = z.string().max(2_000).describe("An https address on the public internet");
const description = line(100).nullable().describe("What it is for, in your own words");
const types = z
  .array(z.enum(WEBHOOK_EVENT_TYPES))
  .min(1)
  .max(WEBHOOK_EVENT_TYPES.length)
  .refine((list) => new Set(list).size === list.length, "names a type twice");
const count = z.number().int();

const shape = {
  id: idOf("wh"),
  url: z.string(),
  description: z.string().nullable(),
  types: z.array(z.enum(WEBHOOK_EVENT_TYPES)),
  enabled: z.boolean(),
  disabledBecause: z.enum(["by_hand", "gone", "failing"]).nullable().describe("`gone`: it answered 410; `failing`: for three days nothing arrived"),
  failingSince: time.nullable(),
  oldSecretUntil: time.nullable().describe("While a secret rotates: until when the old one signs too"),
  deliveries: z.strictObject({ waiting: count, delivered: count, failed: count }),
  createdAt: time,
};
const endpoint = z.strictObject(shape).meta({ id: "WebhookEndpoint" });
const secret = z.string().nullable().describe("Shown this once; null when nothing new was made");

function shown(view: EndpointView) {
  const { id, off, counts, failingSince, oldSecretUntil, createdAt } = view;
  return {
    id, url: view.url, description: view.description,
    types: view.types as (typeof WEBHOOK_EVENT_TYPES)[number][],
    enabled: off === null,
    disabledBecause: (off?.because ?? null) as "by_hand" | "gone" | "failing" | null,
    failingSince: failingSince?.toISOString() ?? null,
    oldSecretUntil: oldSecretUntil?.toISOString() ?? null,
    deliveries: counts,
    createdAt: createdAt.toISOString(),
  };
}

const example = {
  id: EXAMPLE.webhookId, url: "https://shop.example.com/hooks/vouch", description: "Payouts", types: ["reward.approved", "reward.reversed"],
  enabled: true, disabledBecause: null, failingSince: null, oldSecretUntil: null, deliveries: { waiting: 0, delivered: 41, failed: 0 },
  createdAt: "2026-11-02T10:15:00.000Z",
};
const aSecret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
const common = { group: "Webhooks", scope: "webhooks" } as const;
const params = z.strictObject({ id: idOf("wh") });

/** Refusals of an address become the API's own form. @throws ApiRefusal */
async function withRefusals<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof TargetRefusedError) {
      throw new ApiRefusal(422, "webhook_target_refused", "Deliveries cannot go to this address.", [{ field: "url", problem: error.why }]);
    }
    throw error;
  }
}

export const listWebhookEndpointsEndpoint = defineEndpoint({
  ...common,
  method: "GET",
  path: "/webhook-endpoints",
  operationId: "listWebhookEndpoints",
  summary: "List webhook endpoints",
  description: `All of them, the oldest first; there are at most ${MAX_ENDPOINTS}.`,
  answer: z.strictObject({ data: z.array(endpoint) }),
  answers: { 200: "All endpoints" },
  examples: [{ title: "All endpoints", answer: { data: [example] } }],
  handle: async () => ({ body: { data: (await listEndpoints()).map(shown) } }),
});

export const getWebhookEndpointEndpoint = defineEndpoint({
  ...common,
  method: "GET",
  path: "/webhook-endpoints/{id}",
  operationId: "getWebhookEndpoint",
  summary: "Get one webhook endpoint",
  description: "How it does, and how many deliveries stand where.",
  params,
  answer: endpoint,
  answers: { 200: "The endpoint" },
  examples: [{ title: "An endpoint", params: { id: EXAMPLE.webhookId }, answer: example }],
  handle: async ({ params: { id } }) => ({ body: shown(await getEndpoint(id)) }),
});

export const createWebhookEndpointEndpoint = defineEndpoint({
  ...common,
  method: "POST",
  path: "/webhook-endpoints",
  operationId: "createWebhookEndpoint",
  summary: "Listen at an address",
  description: "The answer holds the secret, this once. There is one endpoint of an address: the same again gives the one there is, without its secret and with `duplicate: true`.",
  body: z.strictObject({ url, description: description.optional(), types }),
  answer: z.strictObject({ ...shape, secret, duplicate: z.boolean() }),
  answers: { 201: "Made", 200: "It was there (`duplicate: true`)" },
  refusals: { 409: ["idempotency_conflict", "too_many_webhooks"], 422: ["webhook_target_refused"] },
  examples: [
    {
      title: "Payouts of your own",
      body: { url: "https://payouts.example.com/hooks/vouch", description: "Payouts", types: ["reward.approved", "reward.reversed"] },
      status: 201,
      answer: { ...example, url: "https://payouts.example.com/hooks/vouch", deliveries: { waiting: 0, delivered: 0, failed: 0 }, secret: aSecret, duplicate: false },
    },
  ],
  handle: async ({ body }, { by }) => {
    const wanted = { url: body.url, description: body.description ?? null, types: body.types };
    try {
      const made = await withRefusals(addWebhook({ ...wanted, by }));
      return { status: 201, body: { ...shown(await getEndpoint(made.id)), secret: made.secret, duplicate: false } };
    } catch (error) {
      if (!(error instanceof ConflictError) || error.code !== "webhook_known") throw error;
      return { status: 200, body: { ...(await known(wanted)), secret: null, duplicate: true } };
    }
  },
});

/** The endpoint of an address, when it is as wanted (P7). @throws ApiRefusal naming the fields that differ */
async function known(wanted: { url: string; description: string | null; types: readonly string[] }) {
  const view = (await listEndpoints()).find(({ url: address }) => address === wanted.url);
  if (!view) throw new ConflictError("webhook_known", "the endpoint of this address went meanwhile");
  const differing = [
    ...(view.description === wanted.description ? [] : ["description"]),
    ...([...view.types].sort().join() === [...wanted.types].sort().join() ? [] : ["types"]),
  ];
  if (differing.length === 0) return shown(view);
  const fields = differing.map((field) => ({ field, problem: "differs from the first call" }));
  throw new ApiRefusal(409, "idempotency_conflict", "There is an endpoint of this address with other input.", fields);
}

export const changeWebhookEndpointEndpoint = defineEndpoint({
  ...common,
  method: "PATCH",
  path: "/webhook-endpoints/{id}",
  operationId: "changeWebhookEndpoint",
  summary: "Change what an endpoint hears of, or switch it off and on",
  description: "Only what is sent changes. Events are kept for 30 days while it is off, and can be sent again.",
  params,
  body: z.strictObject({ description: description.optional(), types: types.optional(), enabled: z.boolean().optional() }),
  answer: endpoint,
  answers: { 200: "As it is now" },
  examples: [
    { title: "Hear of approvals alone", params: { id: EXAMPLE.webhookId }, body: { types: ["reward.approved"] }, answer: { ...example, types: ["reward.approved"] } },
  ],
  handle: async ({ params: { id }, body: { enabled, ...change } }, { by }) => {
    await changeWebhook({ id, ...change, ...(enabled !== undefined && { on: enabled }), by });
    return { body: shown(await getEndpoint(id)) };
  },
});

export const rotateWebhookSecretEndpoint = defineEndpoint({
  ...common,
  method: "POST",
  path: "/webhook-endpoints/{id}/rotate-secret",
  operationId: "rotateWebhookSecret",
  summary: "Make a new secret",
  description: "For 24 hours every event carries two signatures, by the new secret and by the old one. A third secret within that day ends the first at once.",
  params,
  body: z.strictObject({}),
  answer: z.strictObject({ id: idOf("wh"), secret: z.string().describe("Shown this once"), oldSecretUntil: time }),
  answers: { 200: "The new secret" },
  examples: [
    { title: "A new secret", params: { id: EXAMPLE.webhookId }, body: {}, answer: { id: EXAMPLE.webhookId, secret: aSecret, oldSecretUntil: "2026-11-28T10:15:00.000Z" } },
  ],
  handle: async ({ params: { id } }, { by }) => {
    const { secret: made, oldUntil } = await rotateWebhookSecret({ id, by });
    return { body: { id, secret: made, oldSecretUntil: oldUntil.toISOString() } };
  },
});

export const removeWebhookEndpointEndpoint = defineEndpoint({
  ...common,
  method: "DELETE",
  path: "/webhook-endpoints/{id}",
  operationId: "removeWebhookEndpoint",
  summary: "Take an endpoint away",
  description: "It goes with its log of deliveries.",
  params,
  answer: z.strictObject({ id: idOf("wh"), removed: z.literal(true) }),
  answers: { 200: "It is gone" },
  examples: [{ title: "Take one away", params: { id: EXAMPLE.otherWebhookId }, answer: { id: EXAMPLE.otherWebhookId, removed: true } }],
  handle: async ({ params: { id } }, { by }) => {
    await removeWebhook({ id, by });
    return { body: { id, removed: true as const } };
  },
});
