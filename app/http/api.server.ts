import { z } from "zod";
import { findApiKey, type ApiActor } from "~/identity/find-api-key.server";
import { LIMITS } from "~/identity/limits";
import { countAgainstLimit, type LimitState } from "~/identity/consume-limit.server";
import { readPublishableBearer } from "~/identity/publishable-key";
import { TooManyRequestsError, type AppError } from "~/platform/errors";
import { env } from "~/platform/env.server";
import { log, withRequestId } from "~/platform/log.server";
import type { Endpoint } from "./api-endpoint";
import { ApiRefusal, errorBody, refusalOf } from "./api-error.server";
import { readJson, readParams, readQuery } from "./api-input.server";
import { findAddress } from "./api-addresses";

/** Where every address of the API begins. */
const BASE = "/api/v1";

const NO_PARAMETERS = z.strictObject({});

/** What the door needs of a call; a `Request` is one. */
export interface ApiRequest {
  method: string;
  url: string;
  headers: Pick<Headers, "get">;
  arrayBuffer(): Promise<ArrayBuffer | Uint8Array>;
}

interface Args {
  request: ApiRequest;
  context: {
    requestId: string;
    /** The page that calls, where a browser tells it. */
    origin?: string;
    /** Why the body was not read. */
    refused?: AppError;
  };
}

export interface ApiReply {
  status: number;
  headers: Record<string, string>;
  /** Null answers with nothing. */
  body: object | null;
}

export type ApiDoor = (args: Args) => Promise<ApiReply>;

/** A reply for whoever needs a `Response`. */
export function responseOf({ status, headers, body }: ApiReply): Response {
  return body === null ? new Response(null, { status, headers }) : Response.json(body, { status, headers });
}

/** The part of an address below the API's base; empty for any other address. */
export function apiPath(pathname: string): string {
  return pathname.startsWith(`${BASE}/`) ? pathname.slice(BASE.length) : "";
}

/**
 * The door of the JSON API (P1, P8): the address, then a Bearer key with the scope, its limit, and only then strict
 * input. Limits are told in headers, every refusal has one shape, and cookies mean nothing here.
 */
export function apiDoor(endpoints: readonly Endpoint[]): ApiDoor {
  return async ({ request, context: { requestId, origin, refused } }) => {
    const told: Record<string, string> = {};
    try {
      if (refused) throw refused;
      const url = new URL(request.url);
      const address = findAddress(endpoints, apiPath(url.pathname));
      if (!address) throw new ApiRefusal(404, "no_such_address", "There is nothing at this address.");
      if (request.method === "OPTIONS") return { status: 204, headers: { Allow: address.allow }, body: null };
      const endpoint = address.byMethod.get(request.method === "HEAD" ? "GET" : request.method);
      if (!endpoint) {
        told.Allow = address.allow;
        throw new ApiRefusal(405, "method_not_allowed", `This address takes ${address.allow}.`);
      }
      requireSafeTransport(request);
      const key = await requireKey(request, origin, endpoint, told);
      const input = {
        params: endpoint.params && readParams(address.params, endpoint.params),
        query: readQuery(url, endpoint.query ?? NO_PARAMETERS),
        body: endpoint.body && (await readJson(request, endpoint.body)),
      };
      const work = () => endpoint.handle(input, { by: `api:${key.id}` });
      // What a shop tells has numbers of its own by which it is found again; it is told by the thousand.
      const answer = await (endpoint.scope === "track" ? work() : withRequestId(requestId, work));
      return { status: answer.status ?? 200, headers: told, body: answer.body as object };
    } catch (error) {
      return refuse(error, requestId, told);
    }
  };
}

async function requireKey(request: ApiRequest, origin: string | undefined, { scope }: Endpoint, told: ApiReply["headers"]): Promise<ApiActor> {
  const authorization = request.headers.get("Authorization");
  if (readPublishableBearer(authorization)) throw new ApiRefusal(403, "publishable_key", "This key is for pages; use a secret key here.");
  const key = await findApiKey(authorization);
  // What a browser holds, everybody can read: a secret key that comes from a page is a mistake to be noticed (P16).
  if (key && origin) throw new ApiRefusal(403, "secret_key_in_browser", "A secret key belongs on a server; take this one back.");
  if (!key) {
    told["WWW-Authenticate"] = "Bearer";
    throw new ApiRefusal(401, "key_missing_or_unknown", "Send a valid API key: Authorization: Bearer vouch_….");
  }
  tellLimit(told, await countAgainstLimit("api-key", key.id));
  if (!key.scopes.includes(scope)) throw new ApiRefusal(403, "scope_missing", `This key lacks the scope "${scope}".`);
  return key;
}

/** P1: a key never travels in the clear; only a demo on this very machine may. */
function requireSafeTransport(request: ApiRequest): void {
  const { VOUCH_MODE, TRUSTED_PROXY_HOPS } = env();
  const { protocol, hostname } = new URL(request.url);
  const forwarded = TRUSTED_PROXY_HOPS > 0 ? request.headers.get("X-Forwarded-Proto") : null;
  const told = forwarded?.split(",").at(-TRUSTED_PROXY_HOPS)?.trim().toLowerCase();
  const loopback = ["localhost", "127.0.0.1", "[::1]"].includes(hostname);
  if (VOUCH_MODE === "demo" && loopback) return;
  if ((told ?? protocol.slice(0, -1)) !== "https") throw new ApiRefusal(403, "https_only", "Use https.");
}

function tellLimit(told: ApiReply["headers"], { limit, remaining, resetSeconds }: LimitState): void {
  told["X-RateLimit-Limit"] = String(limit);
  told["X-RateLimit-Remaining"] = String(remaining);
  told["X-RateLimit-Reset"] = String(resetSeconds);
}

function refuse(error: unknown, requestId: string, told: ApiReply["headers"]): ApiReply {
  const refusal = refusalOf(error);
  if (refusal.status >= 500) log.error({ err: error, requestId }, "API call failed");
  if (error instanceof TooManyRequestsError) {
    told["Retry-After"] = String(error.retryAfterSeconds);
    tellLimit(told, { limit: LIMITS["api-key"].points, remaining: 0, resetSeconds: error.retryAfterSeconds });
  }
  if (refusal.status === 503) told["Retry-After"] = "5";
  return { status: refusal.status, headers: told, body: errorBody(refusal, requestId) };
}
