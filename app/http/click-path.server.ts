import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { findFollowed, recordVisit, type CodeFollowed, type RecordedVisit, type VisitDeps } from "~/journeys/record-visit.server";
import { env, type Env } from "~/platform/env.server";
import { readVisit } from "~/sharing/visit.server";
import { readClickTarget } from "./click-target";
import { clientAddress } from "./client-address.server";
import type { VouchLocals } from "./request-context.server";
import { redirectHeaders } from "./security-headers.server";

/**
 * Answers `GET` and `HEAD /r/:code` ahead of everything heavier: the click is written, then the friend is redirected to
 * the landing page on this same origin. Sets no cookie (A11). What is no code of anybody goes on to the pages, one of
 * which says so kindly.
 */
export function clickPath(
  pages: RequestListener,
  deps: VisitDeps = {},
  { APP_URL, TRUSTED_PROXY_HOPS: hops }: Pick<Env, "APP_URL" | "TRUSTED_PROXY_HOPS"> = env(),
): RequestListener {
  const ownHost = new URL(APP_URL).host;
  const redirect = redirector();
  return (req, res) => {
    const target = req.method === "GET" || req.method === "HEAD" ? readClickTarget(req.url ?? "") : null;
    if (!target) return pages(req, res);
    const answer = (followed: CodeFollowed | null) => {
      if (!followed) return pages(req, res);
      const header = (name: string) => req.headers[name] as string | undefined;
      const { via, sub } = target;
      const visit = readVisit({ method: req.method ?? "", header, via, sub, behindProxy: hops > 0, ownHost });
      redirect(res, recordVisit(followed, { visit, ip: clientAddress(req, hops), userAgent: header("user-agent") }, deps));
    };
    const fail = (failure: unknown) => pages(req, withFailure(res, failure));
    try {
      const followed = findFollowed(target.code, deps);
      if (followed instanceof Promise) followed.then(answer).catch(fail);
      else answer(followed);
    } catch (failure) {
      fail(failure);
    }
  };
}

/** Writes the redirect with the headers that mean something for it, and sends it when the click is on a disk. */
function redirector(): (res: ServerResponse, recorded: RecordedVisit) => void {
  const constant = Object.entries({ ...redirectHeaders(), "Cache-Control": "no-store", "Content-Length": "0" }).flatMap(
    ([name, value]) => [name, String(value)],
  );
  return (res, { location, kept }) => {
    res.writeHead(302, [...constant, "Location", location]);
    void kept.then(() => res.end());
  };
}

function withFailure<Res extends ServerResponse<IncomingMessage>>(res: Res, failure: unknown): Res {
  return Object.assign(res, { locals: { failure } satisfies Partial<VouchLocals> });
}
