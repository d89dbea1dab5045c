import { Resend, type WebhookEventPayload } from "resend";
import { z } from "zod";
import { env } from "../env.server";
import { resendCalls, type ResendAnswer, type ResendCalls } from "./resend-calls.server";

/** What became of handing a mail over. `problem` is the provider's error name or the kind of failure, no prose. */
export type SendOutcome =
  | { result: "accepted"; providerId: string }
  /** Try again under the same key; `possible`: it may have been accepted without our hearing of it. */
  | { result: "again"; effect: "none" | "possible"; afterMs: number | null; problem: string }
  /** The key was used with other bytes: something was accepted under it. */
  | { result: "conflict"; problem: string }
  | { result: "refused"; problem: string };

const accepted = z.object({ id: z.string().min(1).max(200) });
const problemBody = z.object({ name: z.string().max(100) });
const seenEmail = z.object({
  id: z.string(),
  to: z.array(z.string()),
  subject: z.string(),
  created_at: z.string(),
  last_event: z.string().nullish(),
  text: z.string().nullish(),
});
export type SeenEmail = z.output<typeof seenEmail>;
const seenWebhook = z.object({
  id: z.string(),
  endpoint: z.string(),
  events: z.array(z.string()).nullable(),
  status: z.string(),
  signing_secret: z.string().optional(),
});
export type SeenWebhook = z.output<typeof seenWebhook>;
const seenDomain = z.object({ name: z.string(), status: z.string() });
const listOf = <One extends z.ZodType>(one: One) => z.object({ data: z.array(one), has_more: z.boolean().default(false) });

/** The provider did not answer as documented; the caller comes back later. `problem` is a code, `status` null without an answer. */
export class ResendError extends Error {
  constructor(readonly problem: string, readonly status: number | null) {
    super(`Resend: ${problem}`);
    this.name = "ResendError";
  }
}

export type ResendGateway = ReturnType<typeof resendGateway>;

/** The few calls Vouch makes. Own client: the SDK has no timeout of its own and hides why a call failed. */
export function resendGateway(calls: ResendCalls) {
  const read = async <Shape extends z.ZodType>(shape: Shape, ...call: Parameters<ResendCalls>): Promise<z.output<Shape>> => {
    const answer = await calls(...call);
    const parsed = shape.safeParse(answer.body);
    if (answer.status !== null && answer.status < 300 && parsed.success) return parsed.data;
    throw new ResendError(problemOf(answer), answer.status);
  };

  return {
    /** Posts the stored bytes as they are. Never throws: every failure is an outcome. */
    async sendEmail(bytes: string, idempotencyKey: string): Promise<SendOutcome> {
      return outcomeOf(await calls("POST", "/emails", bytes, { "Idempotency-Key": idempotencyKey }));
    },
    /** @throws ResendError, with status 404 when the provider knows no such mail */
    getEmail: (id: string) => read(seenEmail, "GET", `/emails/${encodeURIComponent(id)}`),
    /** Newest first, a hundred at a time. @throws ResendError */
    listEmails: (after: string | null) =>
      read(listOf(seenEmail), "GET", `/emails?limit=100${after ? `&after=${encodeURIComponent(after)}` : ""}`),
    listDomains: async () => (await read(listOf(seenDomain), "GET", "/domains?limit=100")).data,
    listWebhooks: async () => (await read(listOf(seenWebhook), "GET", "/webhooks?limit=100")).data,
    getWebhook: (id: string) => read(seenWebhook, "GET", `/webhooks/${encodeURIComponent(id)}`),
    createWebhook: (endpoint: string, events: readonly string[]) =>
      read(z.object({ id: z.string(), signing_secret: z.string() }), "POST", "/webhooks", JSON.stringify({ endpoint, events })),
    updateWebhook: (id: string, endpoint: string, events: readonly string[]) =>
      read(z.object({ id: z.string() }), "PATCH", `/webhooks/${encodeURIComponent(id)}`, JSON.stringify({ endpoint, events, status: "enabled" })),
  };
}

function outcomeOf(answer: ResendAnswer): SendOutcome {
  const { status, body, retryAfterMs } = answer;
  const problem = problemOf(answer);
  const again = (effect: "none" | "possible") => ({ result: "again", effect, afterMs: retryAfterMs, problem }) as const;
  if (status === null || status >= 500) return again("possible");
  if (status < 300) {
    const parsed = accepted.safeParse(body);
    return parsed.success ? { result: "accepted", providerId: parsed.data.id } : again("possible");
  }
  if (status === 409) {
    return problem === "invalid_idempotent_request" ? { result: "conflict", problem } : again("possible");
  }
  // A wrong key or an unverified domain is mended by a person; until then the mail waits instead of being lost.
  if (status === 429 || status === 401 || status === 403 || status < 400) return again("none");
  return { result: "refused", problem };
}

function problemOf({ status, body, failure }: ResendAnswer): string {
  if (status === null) return failure;
  const named = problemBody.safeParse(body);
  return named.success ? named.data.name : status < 300 ? "answer_not_understood" : `status_${status}`;
}

let kept: ResendGateway | undefined;

/** The gateway of this process, with the configured key and pace. */
export function resend(): ResendGateway {
  const { RESEND_API_KEY, RESEND_BASE_URL, RESEND_PER_SECOND } = env();
  return (kept ??= resendGateway(
    resendCalls({ apiKey: RESEND_API_KEY, baseUrl: RESEND_BASE_URL ?? "https://api.resend.com", perSecond: RESEND_PER_SECOND }),
  ));
}

export interface WebhookHeaders {
  id: string;
  timestamp: string;
  signature: string;
}

/**
 * Checks a webhook's signature over its raw body (Standard Webhooks: five minutes either way, in real time).
 * @returns the event, or null when it was not signed with this secret
 */
export function verifyResendWebhook(rawBody: string, headers: WebhookHeaders, secret: string): WebhookEventPayload | null {
  try {
    return new Resend(env().RESEND_API_KEY).webhooks.verify({ payload: rawBody, headers, webhookSecret: secret });
  } catch {
    return null;
  }
}
