import type { ActionFunctionArgs } from "@remix-run/node";
import { countAgainstLimit } from "~/identity/consume-limit.server";
import { findPublishableKey } from "~/identity/find-publishable-key.server";
import { isPageOrigin } from "~/identity/is-page-origin.server";
import { TooManyRequestsError } from "~/platform/errors";
import { log } from "~/platform/log.server";
import { ApiRefusal, errorBody, refusalOf } from "./api-error.server";
import { readJson, readQuery } from "./api-input.server";
import type { PageEndpoint } from "./page-endpoint";
import { networkKey } from "./session.server";

type Args = Pick<ActionFunctionArgs, "request" | "context">;

/**
 * A call that a shop's page makes (P16): a publishable key, from an origin that key is good on, limited per key and
 * network. Cookies mean nothing here and none is set; no answer says whether anybody is a customer. Use it as loader
 * and action both.
 */
export function browserCall(call: PageEndpoint) {
  return async ({ request, context }: Args): Promise<Response> => {
    // Every answer differs by origin, a refusal too.
    const told = new Headers({ Vary: "Origin" });
    try {
      if (request.method === "OPTIONS") return await preflight(call.method, context.origin, told);
      if (request.method !== call.method) {
        told.set("Allow", `${call.method}, OPTIONS`);
        throw new ApiRefusal(405, "method_not_allowed", `This address takes ${call.method}.`);
      }
      const { network } = await requirePage({ request, context }, told);
      const input = call.query ? readQuery(new URL(request.url), call.query) : call.body && (await readJson(request, call.body));
      const body = await call.handle(input, { network });
      if (call.maxAgeSeconds) told.set("Cache-Control", `private, max-age=${call.maxAgeSeconds}`);
      return Response.json(body, { headers: told });
    } catch (error) {
      const refusal = refusalOf(error);
      if (refusal.status >= 500) log.error({ err: error, requestId: context.requestId }, "call of a page failed");
      if (error instanceof TooManyRequestsError) told.set("Retry-After", String(error.retryAfterSeconds));
      return Response.json(errorBody(refusal, context.requestId), { status: refusal.status, headers: told });
    }
  };
}

/** What a browser asks before a call that carries a key. It sends no key yet, so the origin alone decides. */
async function preflight(method: string, origin: string | undefined, told: Headers): Promise<Response> {
  if (!origin || !(await isPageOrigin(origin))) {
    throw new ApiRefusal(403, "origin_not_listed", "No publishable key lists this origin; add it in the settings.");
  }
  told.set("Access-Control-Allow-Origin", origin);
  told.set("Access-Control-Allow-Methods", method);
  told.set("Access-Control-Allow-Headers", "Authorization, Content-Type");
  // Browsers keep it for two to twenty-four hours, whatever is less.
  told.set("Access-Control-Max-Age", "86400");
  return new Response(null, { status: 204, headers: told });
}

async function requirePage({ request, context }: Args, told: Headers): Promise<{ network: string }> {
  const header = request.headers.get("Authorization");
  if (/^Bearer vouch_(live|test)_/i.test(header ?? "")) {
    throw new ApiRefusal(403, "secret_key", "A secret key belongs on a server; pages use a publishable one.");
  }
  const { origin } = context;
  if (!origin) throw new ApiRefusal(403, "origin_missing", "Only pages call this address: the Origin header is missing.");
  const key = await findPublishableKey({ header, origin });
  if (!key) throw new ApiRefusal(401, "key_missing_or_unknown", "Send a publishable key: Authorization: Bearer vouch_pub_….");
  if (!key.allowed) throw new ApiRefusal(403, "origin_not_listed", "This key does not list the origin of this page.");
  told.set("Access-Control-Allow-Origin", origin);
  told.set("Access-Control-Expose-Headers", "Retry-After, X-Request-Id");
  const network = networkKey(context.clientAddress);
  await countAgainstLimit("browser-call", `${key.id}:${network}`);
  return { network };
}
