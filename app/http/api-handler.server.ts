import type { Request as ExpressRequest, RequestHandler, Response as ExpressResponse } from "express";
import { env } from "~/platform/env.server";
import { findAddress } from "./api-addresses";
import type { Endpoint } from "./api-endpoint";
import { apiDoor, apiPath, type ApiDoor } from "./api.server";
import { bodyOf } from "./body-limit.server";
import type { VouchLocals } from "./request-context.server";
import { addressOf } from "./request-target";
import { writeHead } from "./write-head.server";

/**
 * Answers the addresses of the API ahead of the pages: Remix's way to a route costs as much as the call itself. What is
 * none of its addresses goes on.
 */
export function apiHandler(endpoints: readonly Endpoint[]): RequestHandler {
  const door = apiDoor(endpoints);
  return (req, res, next) => {
    if (!findAddress(endpoints, apiPath(req.path))) return next();
    answer(req, res, door).catch(next);
  };
}

async function answer(req: ExpressRequest, res: ExpressResponse, door: ApiDoor): Promise<void> {
  const { body, refused } = await bodyOf(req);
  const { requestId } = res.locals as VouchLocals;
  const request = {
    method: req.method,
    url: addressOf(req.originalUrl, env().APP_URL).href,
    headers: { get: (name: string) => req.headersDistinct[name.toLowerCase()]?.join(", ") ?? null },
    arrayBuffer: () => Promise.resolve(body ?? new Uint8Array()),
  };
  const { status, headers, body: reply } = await door({ request, context: { requestId, origin: req.headers.origin, refused } });
  writeHead(res, { status, headers: Object.entries(headers) }, refused);
  if (reply === null) return void res.end();
  res.setHeader("Content-Type", "application/json");
  res.end(JSON.stringify(reply));
}
