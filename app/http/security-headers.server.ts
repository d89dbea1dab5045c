import { IncomingMessage, ServerResponse, type OutgoingHttpHeaders } from "node:http";
import { Socket } from "node:net";
import type { RequestHandler, Response as ExpressResponse } from "express";
import helmet, { type HelmetOptions } from "helmet";
import { env } from "~/platform/env.server";
import type { VouchLocals } from "./request-context.server";

/**
 * The headers of every answer. The shop's origins stand in `form-action`, because a claim is a form whose answer
 * redirects there, and browsers check the whole chain.
 */
export function securityHeaders(shopOrigins: () => Promise<string[]>): RequestHandler {
  const ofMostPages = pageHeaders([]);
  return (req, res, next) => {
    // Before the rest: what comes next may answer at once, and nothing can be added to an answer that was sent.
    res.setHeader(...PERMISSIONS);
    if (!req.path.startsWith("/l/")) return ofMostPages(req, res, next);
    shopOrigins()
      .catch(() => [])
      .then((formTargets) => pageHeaders(formTargets)(req, res, next))
      .catch(next);
  };
}

function pageHeaders(formTargets: readonly string[]) {
  const nonce = (_req: IncomingMessage, res: ServerResponse) => `'nonce-${((res as ExpressResponse).locals as VouchLocals).nonce}'`;
  return hardened({
    defaultSrc: ["'self'"],
    scriptSrc: ["'self'", nonce],
    styleSrc: ["'self'", nonce],
    // Charts and the preview of the looks place and colour with style attributes; those load and run nothing.
    styleSrcAttr: ["'unsafe-inline'"],
    imgSrc: ["'self'", "data:", "blob:"],
    fontSrc: ["'self'"],
    connectSrc: ["'self'"],
    formAction: ["'self'", ...formTargets],
    objectSrc: ["'none'"],
    baseUri: ["'none'"],
    frameAncestors: ["'none'"],
  });
}

/** What of these headers means something for a redirect, which has no document: made once, because all are alike. */
export function redirectHeaders(): OutgoingHttpHeaders {
  const sample = new ServerResponse(new IncomingMessage(new Socket()));
  hardened({ defaultSrc: ["'none'"] })(sample.req, sample, () => undefined);
  const about = /^(strict-transport|referrer|x-content-type)/;
  return Object.fromEntries(Object.entries(sample.getHeaders()).filter(([name]) => about.test(name)));
}

const PERMISSIONS = ["Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"] as const;

type Directives = NonNullable<Exclude<HelmetOptions["contentSecurityPolicy"], boolean | undefined>["directives"]>;

function hardened(directives: Directives) {
  return helmet({
    contentSecurityPolicy: { useDefaults: false, directives },
    strictTransportSecurity: env().APP_URL.startsWith("https://") ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    // Nothing leaks to other sites, and our own forms still carry an Origin.
    referrerPolicy: { policy: "same-origin" },
    crossOriginEmbedderPolicy: false,
  });
}
