import type { ActionFunctionArgs } from "@remix-run/node";
import { type z } from "zod";
import { LIMITS } from "~/identity/limits";
import { countAgainstLimit, type LimitState } from "~/identity/consume-limit.server";
import { findApiKey } from "~/identity/find-api-key.server";
import type { ApiScope } from "~/identity/api-key";
import { readPublishableBearer } from "~/identity/publishable-key";
import { AppError, TooManyRequestsError } from "~/platform/errors";
import { env } from "~/platform/env.server";
import { log } from "~/platform/log.server";
import { ApiRefusal, errorBody, refusalOf } from "./api-error.server";

interface ApiAnswer {
  status?: number;
  body: unknown;
}

interface Endpoint<Schema extends z.ZodType> {
  scope: ApiScope;
  schema: Schema;
  handle: (input: z.output<Schema>) => Promise<ApiAnswer>;
}

/**
 * An address of the JSON API (P1, P8): Bearer key with a scope, strict input, limits told in headers, and every refusal
 * in one shape. Cookies mean nothing here.
 */
export function apiAction<Schema extends z.ZodType>({ scope, schema, handle }: Endpoint<Schema>) {
  return async ({ request, context }: ActionFunctionArgs): Promise<Response> => {
    const { requestId } = context;
    let limit: LimitState | null = null;
    try {
      if (request.method !== "POST") throw new ApiRefusal(405, "method_not_allowed", "This address takes POST only.");
      requireSafeTransport(request);
      const authorization = request.headers.get("Authorization");
      if (readPublishableBearer(authorization)) throw new ApiRefusal(403, "publishable_key", "This key is for pages; use a secret key here.");
      const key = await findApiKey(authorization);
      // What a browser holds, everybody can read: a secret key that comes from a page is a mistake to be noticed (P16).
      if (key && context.origin) throw new ApiRefusal(403, "secret_key_in_browser", "A secret key belongs on a server; take this one back.");
      if (!key) throw new ApiRefusal(401, "key_missing_or_unknown", "Send a valid API key: Authorization: Bearer vouch_….");
      limit = await countAgainstLimit("api-key", key.id);
      if (!key.scopes.includes(scope)) throw new ApiRefusal(403, "scope_missing", `This key lacks the scope "${scope}".`);
      const answer = await handle(await readInput(request, schema));
      return Response.json(answer.body, { status: answer.status ?? 200, headers: limitHeaders(limit) });
    } catch (error) {
      return answerOf(error, requestId, limit);
    }
  };
}

/** What a GET to such an address gets. */
export function apiLoader({ context }: { context: { requestId: string } }): Response {
  return answerOf(new ApiRefusal(405, "method_not_allowed", "This address takes POST only."), context.requestId, null);
}

async function readInput<Schema extends z.ZodType>(request: Request, schema: Schema): Promise<z.output<Schema>> {
  const type = request.headers.get("Content-Type")?.split(";")[0]?.trim().toLowerCase();
  if (type !== "application/json") throw new ApiRefusal(415, "not_json", "Send JSON with Content-Type: application/json.");
  let body: unknown;
  try {
    body = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(await request.arrayBuffer()));
  } catch {
    throw new ApiRefusal(400, "not_json", "The body is not valid JSON.");
  }
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.flatMap((issue) =>
    issue.code === "unrecognized_keys"
      ? issue.keys.map((key) => ({ field: key.slice(0, 100), problem: "unknown field" }))
      : [{ field: issue.path.join(".").slice(0, 100), problem: issue.message }],
  );
  throw new ApiRefusal(422, "input_refused", "Some fields are missing, unknown or malformed.", fields);
}

/** P1: a key never travels in the clear; only a demo on this very machine may. */
function requireSafeTransport(request: Request): void {
  const { VOUCH_MODE, TRUSTED_PROXY_HOPS } = env();
  const { protocol, hostname } = new URL(request.url);
  const forwarded = TRUSTED_PROXY_HOPS > 0 ? request.headers.get("X-Forwarded-Proto") : null;
  const told = forwarded?.split(",").at(-TRUSTED_PROXY_HOPS)?.trim().toLowerCase();
  const loopback = ["localhost", "127.0.0.1", "[::1]"].includes(hostname);
  if (VOUCH_MODE === "demo" && loopback) return;
  if ((told ?? protocol.slice(0, -1)) !== "https") throw new ApiRefusal(403, "https_only", "Use https.");
}

function limitHeaders(limit: LimitState | null): Record<string, string> {
  if (!limit) return {};
  return {
    "X-RateLimit-Limit": String(limit.limit),
    "X-RateLimit-Remaining": String(limit.remaining),
    "X-RateLimit-Reset": String(limit.resetSeconds),
  };
}

function answerOf(error: unknown, requestId: string, limit: LimitState | null): Response {
  const refusal = refusalOf(error);
  if (refusal.status >= 500) log.error({ err: error, requestId }, "API call failed");
  const headers: Record<string, string> = limitHeaders(limit);
  if (refusal.status === 405) headers.Allow = "POST";
  if (error instanceof TooManyRequestsError) {
    headers["Retry-After"] = String(error.retryAfterSeconds);
    Object.assign(headers, limitHeaders({ limit: LIMITS["api-key"].points, remaining: 0, resetSeconds: error.retryAfterSeconds }));
  }
  if (error instanceof AppError && error.status === 503) headers["Retry-After"] = "5";
  return Response.json(errorBody(refusal, requestId), { status: refusal.status, headers });
}
