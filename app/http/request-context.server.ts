import { randomBytes } from "node:crypto";
import type { RequestHandler } from "express";
import { env } from "~/platform/env.server";
import { log, withRequestId } from "~/platform/log.server";
import { newId } from "~/platform/ids";
import { clientAddress } from "./client-address.server";

/** What every handler finds in `res.locals`. */
export interface VouchLocals {
  requestId: string;
  /** For the Content-Security-Policy of this one answer. */
  nonce: string;
  clientAddress: string;
  /** Why the click path could not answer; the request ends with it. */
  failure?: unknown;
}

/** Gives each request an id and a nonce, and writes one log line when it is answered (path only, no query). */
export function requestContext(): RequestHandler {
  const hops = env().TRUSTED_PROXY_HOPS;
  return (req, res, next) => {
    const locals = res.locals as VouchLocals;
    locals.requestId = newId("evt");
    locals.nonce = randomBytes(16).toString("base64");
    locals.clientAddress = clientAddress(req, hops);
    res.setHeader("X-Request-Id", locals.requestId);
    const started = performance.now();
    res.once("finish", () => {
      const { requestId } = locals;
      const ms = Math.round(performance.now() - started);
      log.info({ requestId, method: req.method, area: areaOf(req.originalUrl), status: res.statusCode, ms }, "answered");
    });
    next();
  };
}

/** Lets every log line and every audit row that a request leads to carry its id. */
export function followRequest(): RequestHandler {
  return (_req, res, next) => {
    const answered = () =>
      new Promise<void>((resolve) => {
        res.once("close", resolve);
        next();
      });
    void withRequestId((res.locals as VouchLocals).requestId, answered);
  };
}

/** The first two parts of a path: enough to see what is slow, too little to hold a code, a token or a name. */
function areaOf(path: string): string {
  const [withoutQuery = ""] = path.split("?");
  return withoutQuery.split("/").slice(0, 3).join("/").replace(/^\/(r|l)\/.*/, "/$1/…").slice(0, 60);
}
