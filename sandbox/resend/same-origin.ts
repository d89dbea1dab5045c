import type { RequestHandler } from "express";

/**
 * Refuses a change that another website made the browser send. Programs send neither header: they may
 * use the control addresses (`strict: false`), but never a page's form.
 */
export function sameOriginOnly(options: { strict: boolean }): RequestHandler {
  return (request, response, next) => {
    if (request.method === "GET" || request.method === "HEAD") return next();
    const site = request.get("sec-fetch-site");
    const origin = request.get("origin");
    const missing = site === undefined && origin === undefined;
    const siteFits = site === undefined || site === "same-origin" || site === "none";
    const originFits = origin === undefined || origin === `${request.protocol}://${request.get("host")}`;
    if (missing ? !options.strict : siteFits && originFits) return next();
    response.status(403).type("text/plain").send("This change must come from the sandbox's own pages.\n");
  };
}
