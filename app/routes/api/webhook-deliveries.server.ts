import { z } from "zod";
import { defineEndpoint } from "~/http/api-endpoint";
import { EXAMPLE } from "~/http/api-example";
import { listOf, pageBody, pageQuery, wishOf } from "~/http/api-page";
import { idOf, time } from "~/http/api-shapes";
import { redeliverWebhook } from "~/journeys/redeliver-webhook.server";
import { replayWebhooks } from "~/journeys/replay-webhooks.server";
import { systemClock } from "~/platform/deps.server";
import { DELIVERY_STATUSES } from "~/webhooks/delivery-status";
import { listDeliveriesAfter } from "~/webhooks/list-deliveries-after.server";
import type { DeliveryView } from "~/webhooks/list-deliveries.server";

const delivery = z
  .strictObject({
    id: idOf("whd"),
    endpointId: idOf("wh"),
    eventId: idOf("evt").describe("The `id` in the body and in the `webhook-id` header"),
    type: z.string(),
    sample: z.boolean().describe("Sent by the endpoint tester: nothing happened"),
    status: z.enum(DELIVERY_STATUSES),
    attempts: z.number().int(),
    nextAttemptAt: time.nullable(),
    lastAttempt: z
      .strictObject({
        at: time,
        status: z.number().int().nullable().describe("Of the answer; null when there was none"),
        error: z.string().nullable().describe("`address_refused`, `name_unknown`, `timeout`, `connection_failed` or `redirect`"),
        tookMs: z.number().int(),
      })
      .nullable(),
    createdAt: time,
  })
  .meta({ id: "WebhookDelivery" });

function shown({ id, endpointId, eventId, type, sample, status, attempts, nextAt, createdAt, last }: DeliveryView) {
  return {
    id, endpointId, eventId, type, sample, status, attempts,
    nextAttemptAt: nextAt?.toISOString() ?? null,
    lastAttempt: last && { at: last.triedAt.toISOString(), status: last.status, error: last.error, tookMs: last.tookMs },
    createdAt: createdAt.toISOString(),
  };
}

const example = {
  id: EXAMPLE.webhookDeliveryId, endpointId: EXAMPLE.webhookId, eventId: "evt_01kb2q7e5n8m3x6w9r4t1v2y7z", type: "reward.approved", sample: false,
  status: "delivered", attempts: 1, nextAttemptAt: null,
  lastAttempt: { at: "2026-11-27T09:30:01.000Z", status: 204, error: null, tookMs: 38 }, createdAt: "2026-11-27T09:30:00.000Z",
};
const common = { group: "Webhooks", scope: "webhooks" } as const;
const params = z.strictObject({ id: idOf("wh") });
const moment = z.iso.datetime({ offset: true }).transform((text) => new Date(text)).meta({ type: "string", format: "date-time" });

export const listWebhookDeliveriesEndpoint = defineEndpoint({
  ...common,
  method: "GET",
  path: "/webhook-endpoints/{id}/deliveries",
  operationId: "listWebhookDeliveries",
  summary: "List what was sent to an endpoint",
  description: "The newest first, of the last 30 days.",
  params,
  query: z.strictObject({ ...pageQuery, status: z.enum(DELIVERY_STATUSES).optional() }),
  answer: listOf(delivery),
  answers: { 200: "A page" },
  examples: [{ title: "The log", params: { id: EXAMPLE.webhookId }, answer: { data: [example], nextCursor: null } }],
  handle: async ({ params: { id }, query: { limit, cursor, status } }) => ({
    body: pageBody(await listDeliveriesAfter({ endpointId: id, status: status ?? null }, wishOf({ limit, cursor })), shown),
  }),
});

export const redeliverWebhookEndpoint = defineEndpoint({
  ...common,
  method: "POST",
  path: "/webhook-deliveries/{id}/redeliver",
  operationId: "redeliverWebhook",
  summary: "Send one event again",
  description: "The same event with the same id, signed anew, whatever became of it before.",
  params: z.strictObject({ id: idOf("whd") }),
  body: z.strictObject({}),
  answer: z.strictObject({ id: idOf("whd"), status: z.literal("waiting") }),
  answers: { 202: "It is on its way" },
  refusals: { 409: ["webhook_off"] },
  examples: [
    { title: "Send it again", params: { id: EXAMPLE.webhookDeliveryId }, body: {}, status: 202, answer: { id: EXAMPLE.webhookDeliveryId, status: "waiting" } },
  ],
  handle: async ({ params: { id } }, { by }) => {
    await redeliverWebhook({ deliveryId: id, by });
    return { status: 202, body: { id, status: "waiting" as const } };
  },
});

export const replayWebhooksEndpoint = defineEndpoint({
  ...common,
  method: "POST",
  path: "/webhook-endpoints/{id}/replay",
  operationId: "replayWebhooks",
  summary: "Send a period again",
  description: "Every event of the endpoint's types in that time, also what it missed while it was off; at most 2,000 at once. Ids stay the same.",
  params,
  body: z.strictObject({ from: moment, until: moment.optional().describe("Not included; without it now") }),
  answer: z.strictObject({ events: z.number().int().describe("How many are on their way") }),
  answers: { 202: "They are on their way" },
  refusals: { 409: ["webhook_off", "replay_too_long"] },
  examples: [{ title: "A day", params: { id: EXAMPLE.webhookId }, body: { from: "2026-11-26T00:00:00Z", until: "2026-11-27T00:00:00Z" }, status: 202, answer: { events: 12 } }],
  handle: async ({ params: { id }, body: { from, until } }, { by }) => ({
    status: 202,
    body: { events: await replayWebhooks({ endpointId: id, from, until: until ?? systemClock.now(), by }) },
  }),
});
