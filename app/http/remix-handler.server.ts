import { createRequestHandler, writeReadableStreamToWritable, type ServerBuild } from "@remix-run/node";
import type { Request as ExpressRequest, RequestHandler, Response as ExpressResponse } from "express";
import { env } from "~/platform/env.server";
import { bodyOf } from "./body-limit.server";
import type { VouchLocals } from "./request-context.server";
import { withErrorAnswers } from "./respond.server";
import { writeHead } from "./write-head.server";

export type RemixBuild = ServerBuild | (() => Promise<ServerBuild>);

/**
 * Hands a request to Remix. Unlike the stock adapter it reads the body first, under a byte limit, and builds the URL
 * from our own configuration, so that a forged Host or forwarding header changes nothing.
 */
export function remixHandler(build: RemixBuild): RequestHandler {
  const answering = typeof build === "function" ? async () => withErrorAnswers(await build()) : withErrorAnswers(build);
  const handle = createRequestHandler(answering, env().NODE_ENV === "development" ? "development" : "production");
  return (req, res, next) => {
    answer(req, res, handle).catch(next);
  };
}

async function answer(
  req: ExpressRequest,
  res: ExpressResponse,
  handle: ReturnType<typeof createRequestHandler>,
): Promise<void> {
  const { body, refused } = await bodyOf(req);
  const aborted = new AbortController();
  res.once("close", () => aborted.abort());
  const headers = new Headers();
  for (let i = 0; i < req.rawHeaders.length; i += 2) {
    headers.append(req.rawHeaders[i] ?? "", req.rawHeaders[i + 1] ?? "");
  }
  // Our own check came first (`origin-check.server.ts`). Remix's second one answers 500 to the "null" that a form on a
  // page without referrer sends, and to anything malformed.
  headers.delete("Origin");
  const request = new Request(new URL(req.originalUrl, env().APP_URL), {
    method: req.method,
    headers,
    body: body as BodyInit | undefined,
    signal: aborted.signal,
  });
  const { nonce, requestId, clientAddress } = res.locals as VouchLocals;
  const { origin } = req.headers;
  const response = await handle(request, { nonce, requestId, clientAddress, origin, refused });
  writeHead(res, response, refused);
  if (response.body && req.method !== "HEAD") await writeReadableStreamToWritable(response.body, res);
  else res.end();
}
