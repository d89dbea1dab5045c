import { createRequestHandler, writeReadableStreamToWritable, type ServerBuild } from "@remix-run/node";
import type { Request as ExpressRequest, RequestHandler, Response as ExpressResponse } from "express";
import { env } from "~/platform/env.server";
import { bodyOf } from "./body-limit.server";
import type { VouchLocals } from "./request-context.server";
import { addressOf } from "./request-target";
import { withErrorAnswers } from "./respond.server";
import { writeHead } from "./write-head.server";

export type RemixBuild = ServerBuild | (() => Promise<ServerBuild>);

/** Asks Remix for the answer to a request. */
export type AskRemix = ReturnType<typeof createRequestHandler>;

/** Remix with this build, whose errors are answered as ours are. */
export function remixOf(build: RemixBuild): AskRemix {
  const answering = typeof build === "function" ? async () => withErrorAnswers(await build()) : withErrorAnswers(build);
  return createRequestHandler(answering, env().NODE_ENV === "development" ? "development" : "production");
}

/**
 * Hands a request to Remix. Unlike the stock adapter it reads the body first, under a byte limit, and builds the URL
 * from our own configuration, so that a forged Host or forwarding header changes nothing.
 */
export function remixHandler(askRemix: AskRemix): RequestHandler {
  return (req, res, next) => {
    answer(req, res, askRemix).catch(next);
  };
}

/** A request as Remix's loaders read it. */
export function requestOf(req: ExpressRequest, about: Pick<RequestInit, "body" | "signal"> = {}): Request {
  const headers = new Headers();
  for (let i = 0; i < req.rawHeaders.length; i += 2) {
    headers.append(req.rawHeaders[i] ?? "", req.rawHeaders[i + 1] ?? "");
  }
  // Our own check came first (`origin-check.server.ts`). Remix's second one answers 500 to the "null" that a form on a
  // page without referrer sends, and to anything malformed.
  headers.delete("Origin");
  return new Request(addressOf(req.originalUrl, env().APP_URL), { method: req.method, headers, ...about });
}

async function answer(req: ExpressRequest, res: ExpressResponse, askRemix: AskRemix): Promise<void> {
  const { body, refused } = await bodyOf(req);
  const aborted = new AbortController();
  res.once("close", () => aborted.abort());
  const request = requestOf(req, { body: body as BodyInit | undefined, signal: aborted.signal });
  const { nonce, requestId, clientAddress } = res.locals as VouchLocals;
  const { origin } = req.headers;
  const response = await askRemix(request, { nonce, requestId, clientAddress, origin, refused });
  writeHead(res, response, refused);
  if (response.body && req.method !== "HEAD") await writeReadableStreamToWritable(response.body, res);
  else res.end();
}
