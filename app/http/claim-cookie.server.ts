import { env } from "~/platform/env.server";
import { isUnder } from "~/programs/cookie-domain.server";
import { addClaimed, readClaimed, writeClaimed } from "~/sharing/claimed-tokens";
import { readCookie } from "./cookies.server";

/** The portal's own cookie, and the one it shares with a shop under the same domain (A12). */
const OWN = "__Host-vouch_ref";
const SHARED = "__Secure-vouch_ref";

type WithHeaders = Pick<Request, "headers">;

interface Remembered {
  token: string;
  maxAgeSeconds: number;
}

/** The tokens a browser claimed before, in that order and under either name: the setting may have changed since (A5, A12). */
export function claimedTokens(request: WithHeaders): string[] {
  const claimed = ([OWN, SHARED] as const).flatMap((name) => readClaimed(readCookie(request, name) ?? undefined));
  return claimed.reduce<string[]>(addClaimed, []);
}

/**
 * The Set-Cookie headers that add a claim to those this browser has. The server sets it and no script reads it (A11, A13).
 * @param sharedDomain the company's setting; one that this portal is not under any more counts for nothing
 */
export function rememberClaim(request: WithHeaders, { token, maxAgeSeconds }: Remembered, sharedDomain: string | null): Headers {
  const value = writeClaimed(addClaimed(claimedTokens(request), token));
  const domain = sharedDomain && isUnder(portalHost(), sharedDomain) ? sharedDomain : null;
  const kept = setCookie(domain, value, maxAgeSeconds);
  const moved = readCookie(request, domain ? OWN : SHARED) !== null;
  const headers = moved ? forgetClaims() : new Headers();
  headers.append("Set-Cookie", kept);
  return headers;
}

/** The Set-Cookie headers after which a browser knows of no claim, whatever the setting was when it was kept. */
export function forgetClaims(): Headers {
  const headers = new Headers();
  for (const domain of [null, ...parentsOf(portalHost())]) headers.append("Set-Cookie", setCookie(domain, "", 0));
  return headers;
}

function setCookie(domain: string | null, value: string, maxAgeSeconds: number): string {
  const scope = domain ? `${SHARED}=${value}; Domain=${domain}` : `${OWN}=${value}`;
  return `${scope}; Path=/; Max-Age=${maxAgeSeconds}; HttpOnly; Secure; SameSite=Lax`;
}

function portalHost(): string {
  return new URL(env().APP_URL).hostname;
}

/** The host itself and each domain above it that has a dot; a browser leaves out what is a public suffix. */
function parentsOf(host: string): string[] {
  const labels = host.split(".");
  return labels.slice(0, -1).map((_, n) => labels.slice(n).join("."));
}
