import { z } from "zod";
import { requireFreshProof, type StaffActor } from "~/http/actor.server";
import { parseForm } from "~/http/form.server";
import { oneLine } from "~/identity/identity-schema";
import { changeWebhook } from "~/journeys/change-webhook.server";
import { removeWebhook } from "~/journeys/remove-webhook.server";
import { replayWebhooks } from "~/journeys/replay-webhooks.server";
import { rotateWebhookSecret } from "~/journeys/rotate-webhook-secret.server";
import { testWebhook } from "~/journeys/test-webhook.server";
import { systemClock } from "~/platform/deps.server";
import { ConflictError } from "~/platform/errors";
import { WEBHOOK_EVENT_TYPES } from "~/webhooks/event-types";
import { REPLAY_HOURS } from "./replay-hours";

const schema = z.object({
  intent: z.enum(["on", "off", "change", "rotate", "test", "replay", "remove"]),
  description: oneLine(100).optional(),
  types: z.array(z.enum(WEBHOOK_EVENT_TYPES)),
  type: z.enum(WEBHOOK_EVENT_TYPES).optional(),
  hours: z.coerce.number().pipe(z.union(REPLAY_HOURS.map((hours) => z.literal(hours)))).optional(),
  sure: z.literal("on").optional(),
});

const HOUR_MS = 3_600_000;

/** One act of an owner on an endpoint. @returns where to go, or what the page shows */
export async function actOnWebhook(request: Request, actor: StaffActor, id: string) {
  const form = await parseForm(request, schema);
  if (!form.ok) return form.answer;
  const { intent, description, types, type, hours, sure } = form.value;
  const by = `person:${actor.personId}`;
  const page = `/desk/settings/webhooks/${id}`;
  if (["change", "rotate", "remove"].includes(intent)) requireFreshProof(request, actor);
  switch (intent) {
    case "on":
    case "off":
      await changeWebhook({ id, on: intent === "on", by });
      return `${page}?saved`;
    case "change":
      if (types.length === 0) return form.refuse({ fields: { types: { key: "webhooks.noType" } } });
      await changeWebhook({ id, description: description ?? null, types, by });
      return `${page}?saved`;
    case "rotate":
      return { kind: "made" as const, ...(await rotateWebhookSecret({ id, by })) };
    case "test":
      return `${page}/deliveries/${await testWebhook({ endpointId: id, type: type ?? WEBHOOK_EVENT_TYPES[0], by })}`;
    case "remove":
      if (!sure) return form.refuse({ fields: { sure: { key: "webhooks.remove.notSure" } } });
      await removeWebhook({ id, by });
      return "/desk/settings/webhooks?removed";
    case "replay": {
      const until = systemClock.now();
      const from = new Date(until.getTime() - (hours ?? REPLAY_HOURS[0]) * HOUR_MS);
      try {
        return `${page}?replayed=${await replayWebhooks({ endpointId: id, from, until, by })}`;
      } catch (error) {
        if (!(error instanceof ConflictError)) throw error;
        return form.refuse({ form: { key: error.code === "webhook_off" ? "webhooks.refused.off" : "webhooks.replay.tooLong" } });
      }
    }
  }
}
