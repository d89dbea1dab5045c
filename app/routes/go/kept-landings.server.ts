import { randomBytes } from "node:crypto";
import type { Request as ExpressRequest, RequestHandler, Response as ExpressResponse } from "express";
import { rememberClaim } from "~/http/claim-cookie.server";
import { companyLook } from "~/http/company-look.server";
import { localeOf } from "~/http/locale.server";
import { requestOf, type AskRemix } from "~/http/remix-handler.server";
import type { VouchLocals } from "~/http/request-context.server";
import { themeOf } from "~/http/theme.server";
import { writeHead } from "~/http/write-head.server";
import { BoundedMap } from "~/platform/bounded-map";
import { landingData, type LandingData } from "./landing-data.server";

declare module "@remix-run/node" {
  interface AppLoadContext {
    /** What a landing page that is drawn to be kept shows. */
    landing?: LandingData;
  }
}

/** A page as it was drawn, cut where something stands that is another for each visit: text, name, text, name ... */
interface KeptPage {
  pieces: string[];
  headers: [name: string, value: string][];
}

const KEPT_AT_MOST = 2_000;

/** What is another for each visit; in a drawn page it has a name that nobody can write into one. */
const VARYING = ["given", "token", "nonce", "requestId"] as const;
type Varying = Record<(typeof VARYING)[number], string>;
const NAMES = Object.fromEntries(VARYING.map((name) => [name, randomBytes(16).toString("hex")])) as Varying;
const ANY_NAME = new RegExp(`(${VARYING.map((name) => NAMES[name]).join("|")})`);

/**
 * Answers `GET /l/:code` from pages that were drawn before: Remix draws each once, and again when anything on it is
 * another. What is shown is read for every visit (`landingData`), so that a kept page cannot be an old one. Addresses
 * with anything but a code and a click token go on to Remix.
 */
export function keptLandings(askRemix: AskRemix): RequestHandler {
  const kept = new BoundedMap<string, KeptPage>(KEPT_AT_MOST);

  async function show(req: ExpressRequest, res: ExpressResponse, code: string, given: string | null): Promise<boolean> {
    const request = requestOf(req);
    const landing = await landingData(request, { code, token: given, mayCount: true });
    if (!landing) return false;
    const shown = { ...landing, token: NAMES.token };
    const key = JSON.stringify([req.path, given !== null, shown, await companyLook(), localeOf(request), themeOf(request)]);
    let page = kept.get(key);
    if (!page) kept.set(key, (page = await draw(request, given === null ? req.path : `${req.path}?c=${NAMES.given}`, shown)));
    const { nonce, requestId } = res.locals as VouchLocals;
    const now: Varying = { given: given ?? "", token: landing.token, nonce, requestId };
    writeHead(res, { status: 200, headers: page.headers }, undefined);
    for (const cookie of cookiesOf(request, landing)) res.append("Set-Cookie", cookie);
    res.send(filled(page.pieces, now));
    return true;
  }

  async function draw(visit: Request, address: string, landing: LandingData): Promise<KeptPage> {
    const headers = new Headers(visit.headers);
    const request = new Request(new URL(address, visit.url), { headers });
    const response = await askRemix(request, { nonce: NAMES.nonce, requestId: NAMES.requestId, clientAddress: "", landing });
    const html = await response.text();
    if (response.status !== 200) throw new Error(`the landing page was drawn with status ${response.status}`);
    return { pieces: html.split(ANY_NAME), headers: [...response.headers] };
  }

  return (req, res, next) => {
    const [, code, given = null] = /^\/l\/([A-Za-z0-9-]{1,60})(?:\?c=([A-Za-z0-9_-]{1,200}))?$/.exec(req.originalUrl) ?? [];
    if (!code || (req.method !== "GET" && req.method !== "HEAD")) return next();
    show(req, res, code, given).then((shown) => shown || next(), next);
  };
}

/** The cookie that only an affiliate program's page sets (L3). */
function cookiesOf(request: Request, { token, cookieSeconds: maxAgeSeconds, sharedDomain }: LandingData): string[] {
  return maxAgeSeconds === null ? [] : rememberClaim(request, { token, maxAgeSeconds }, sharedDomain).getSetCookie();
}

function filled(pieces: string[], now: Varying): string {
  const values = new Map(VARYING.map((name) => [NAMES[name], now[name]]));
  return pieces.map((piece, i) => (i % 2 === 0 ? piece : (values.get(piece) ?? ""))).join("");
}
