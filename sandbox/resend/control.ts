import { Router, type RequestHandler } from "express";
import { z } from "zod";
import { ApiError, notFound } from "./api-error";
import { sendError } from "./api-route";
import type { Deliveries } from "./deliveries";
import { EMAIL_EVENT_TYPES, type Mail } from "./entries";
import type { Events } from "./events";
import { faultInput, type Faults } from "./faults";
import type { RateLimit } from "./rate-limit";
import type { SandboxState } from "./state";
import { bareAddress } from "./validate";

const clockInput = z.strictObject({ advanceMs: z.number().int() });
const rateInput = z.strictObject({ perSecond: z.number().int().min(1).nullable() });
const eventInput = z.strictObject({ emailId: z.string(), type: z.enum(EMAIL_EVENT_TYPES) });
const switchesInput = z
  .strictObject({
    paused: z.boolean(),
    duplicate: z.number().int().min(0).max(10),
    delayMs: z.number().int().min(0),
    reorderMs: z.number().int().min(0),
    retryMs: z.array(z.number().int().min(0)).max(50),
  })
  .partial();

export interface ControlParts {
  state: SandboxState;
  events: Events;
  deliveries: Deliveries;
  faults: Faults;
  limit: RateLimit;
}

/** `/_control/*`: how tests and the demo look behind the counter and make trouble. */
export function controlRoutes({ state, events, deliveries, faults, limit }: ControlParts): Router {
  const router = Router();
  const at = () => state.now().toISOString();
  const answer =
    (work: (body: unknown, query: Record<string, unknown>, id: string) => unknown): RequestHandler =>
    async (request, response) => {
      try {
        const result = work(request.body, request.query, request.params.id ?? "");
        await state.settled();
        response.json(result);
      } catch (error) {
        sendError(
          response,
          error instanceof z.ZodError ? new ApiError(422, "validation_error", error.message) : error
        );
      }
    };

  router.get(
    "/clock",
    answer(() => ({ now: at() }))
  );
  router.post(
    "/clock",
    answer((body) => {
      state.record({ kind: "clock.advanced", at: at(), ...clockInput.parse(body) });
      return { now: at() };
    })
  );

  router.get(
    "/faults",
    answer(() => ({ faults: faults.list() }))
  );
  router.post(
    "/faults",
    answer((body) => faults.arm(faultInput.parse(body)))
  );
  router.delete(
    "/faults",
    answer(() => {
      faults.clear();
      return { faults: [] };
    })
  );
  router.post(
    "/rate-limit",
    answer((body) => {
      limit.perSecond = rateInput.parse(body).perSecond;
      return { perSecond: limit.perSecond };
    })
  );

  const webhookReport = () => {
    const all = [...state.deliveries.values()].map((delivery) => {
      const event = state.events.get(delivery.eventId);
      return { ...delivery, type: event?.type, emailId: event?.mailId };
    });
    return { switches: state.switches, pending: state.pending.size, deliveries: all };
  };
  router.get("/webhooks", answer(webhookReport));
  router.post(
    "/webhooks",
    answer((body) => {
      const switches = { ...state.switches, ...switchesInput.parse(body) };
      state.record({ kind: "switches.set", at: at(), switches });
      deliveries.wake();
      return { switches };
    })
  );
  router.post(
    "/deliveries/:id/resend",
    answer((_body, _query, id) => {
      if (!state.deliveries.has(id)) throw notFound("Delivery");
      deliveries.resend(id);
      return { id };
    })
  );
  router.post(
    "/events",
    answer((body) => {
      const { emailId, type } = eventInput.parse(body);
      const mail = state.mails.get(emailId);
      if (!mail) throw notFound("Email");
      emitByHand(events, mail, type);
      return { emailId, type };
    })
  );

  router.get(
    "/journal",
    answer((_body, query) => {
      const after = Number(query.after ?? 0);
      const wanted = (kind: string) => query.kind === undefined || query.kind === kind;
      return { effects: state.effects.filter((effect) => effect.n > after && wanted(effect.kind)) };
    })
  );
  router.get(
    "/mails",
    answer((_body, query) => ({ mails: findMails(state, query).map((mail) => mailReport(state, mail)) }))
  );
  return router;
}

function emitByHand(events: Events, mail: Mail, type: (typeof EMAIL_EVENT_TYPES)[number]): void {
  if (type === "email.bounced") return events.markAs(mail, "bounced");
  if (type === "email.complained") return events.markAs(mail, "complained");
  events.emitEmail(mail, type, mail.to);
}

/** Mails newest first; `to` is a whole address, `subject` a part of the subject. */
function findMails(state: SandboxState, query: Record<string, unknown>): Mail[] {
  const { to, subject } = query;
  return state.newestMails().filter((mail) => {
    if (typeof to === "string" && !mail.to.some((one) => bareAddress(one) === bareAddress(to))) return false;
    return typeof subject !== "string" || mail.subject.includes(subject);
  });
}

function mailReport(state: SandboxState, mail: Mail) {
  return { ...mail, events: state.eventsOf(mail.id).map(({ id, type, at }) => ({ id, type, at })) };
}
