import type { NextFunction, Request, Response } from "express";

/**
 * Lets a change through only when it comes from the sandbox's own pages or from a program. A browser says where a
 * form was sent from; another site's form must not spend money here, not even play money.
 */
export function requireSameOrigin(request: Request, response: Response, next: NextFunction): void {
  if (request.method === "GET" || request.method === "HEAD" || isOwn(request)) {
    next();
    return;
  }
  response.status(403).type("text/plain").send("This form was sent from another site; nothing was changed.");
}

function isOwn(request: Request): boolean {
  const site = request.get("Sec-Fetch-Site");
  if (site !== undefined) return site === "same-origin" || site === "none";
  const origin = request.get("Origin");
  return origin === undefined || (URL.canParse(origin) && new URL(origin).host === request.get("Host"));
}
