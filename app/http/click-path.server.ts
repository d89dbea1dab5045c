import type { RequestHandler } from "express";
import { recordVisit, type VisitDeps } from "~/journeys/record-visit.server";
import { env } from "~/platform/env.server";
import { readVisit } from "~/sharing/visit.server";
import type { VouchLocals } from "./request-context.server";

/**
 * Answers `GET` and `HEAD /r/:code`, mounted at `/r` ahead of everything heavier: the click is written, then the
 * friend is redirected to the landing page on this same origin. What is no code of anybody goes on to the page that
 * says so kindly. Sets no cookie (A11).
 */
export function clickPath(deps: VisitDeps = {}): RequestHandler {
  const { APP_URL, TRUSTED_PROXY_HOPS } = env();
  const ownHost = new URL(APP_URL).host;
  return (req, res, next) => {
    if (req.method !== "GET" && req.method !== "HEAD") return next();
    const { searchParams, pathname } = new URL(`http://path${req.url.startsWith("/") ? "" : "/"}${req.url}`);
    const header = (name: string) => req.get(name);
    const visit = readVisit({
      method: req.method,
      header,
      via: searchParams.get("via"),
      behindProxy: TRUSTED_PROXY_HOPS > 0,
      ownHost,
    });
    const { clientAddress } = res.locals as VouchLocals;
    recordVisit({ code: textOf(pathname), visit, ip: clientAddress, userAgent: header("user-agent") }, deps)
      .then((location) => {
        if (location === null) return next();
        res.status(302).set({ Location: location, "Cache-Control": "no-store" }).end();
      })
      .catch(next);
  };
}

/** What stands behind `/r/`, decoded; bytes that are no text are simply no code. */
function textOf(pathname: string): string {
  try {
    return decodeURIComponent(pathname.slice(1).replace(/\/$/, ""));
  } catch {
    return "";
  }
}
