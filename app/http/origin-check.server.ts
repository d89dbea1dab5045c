import type { IncomingMessage } from "node:http";
import type { RequestHandler } from "express";
import { AppError } from "~/platform/errors";

const SAFE_METHODS = new Set(["GET", "HEAD", "OPTIONS"]);

/** Addresses that carry a proof of their own: a signature, a key, or RFC 8058's one-click unsubscribe. */
const OWN_PROOF = ["/webhooks/", "/api/", "/mail/stop/", "/demo/clock"];

/**
 * Whether a request may change something: it comes from our own pages. `Sec-Fetch-Site` decides where the browser
 * sends it, else `Origin`; a request with neither is refused.
 */
export function comesFromOurPages(request: Pick<IncomingMessage, "method" | "headers">, ownOrigin: string): boolean {
  if (SAFE_METHODS.has(request.method ?? "")) return true;
  const site = request.headers["sec-fetch-site"];
  if (site !== undefined) return site === "same-origin";
  return request.headers.origin === ownOrigin;
}

/** Refuses cross-site writes ahead of Remix, which would answer them with a 500. */
export function originCheck(ownOrigin: string): RequestHandler {
  return (req, _res, next) => {
    if (OWN_PROOF.some((prefix) => req.path.startsWith(prefix)) || comesFromOurPages(req, ownOrigin)) return next();
    next(new AppError("cross_site", { message: "a write from another site", status: 403 }));
  };
}
