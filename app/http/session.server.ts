import type { Area } from "~/identity/session";
import { SESSION_LIFE } from "~/identity/session";
import { keyedHash, randomSecret } from "~/platform/secrets.server";
import { networkOf } from "./client-address.server";
import { readCookie } from "./cookies.server";

const SESSION_COOKIES = { portal: "__Host-sid", desk: "__Host-desk" } as const satisfies Record<Area, `__Host-${string}`>;

/** Knows a browser again that asked for a code; says nothing about who sits before it. */
const BROWSER_COOKIE = "__Host-browser";
const BROWSER_SECONDS = 90 * 24 * 60 * 60;

const ATTRIBUTES = "Path=/; HttpOnly; Secure; SameSite=Lax";

/** The session secret this browser holds for an area, or null. */
export function sessionSecret(request: Request, area: Area): string | null {
  return readCookie(request, SESSION_COOKIES[area]) || null;
}

/** Set-Cookie for a session that was just opened or renewed. */
export function sessionCookie(area: Area, secret: string): string {
  return `${SESSION_COOKIES[area]}=${secret}; Max-Age=${SESSION_LIFE[area].totalMs / 1000}; ${ATTRIBUTES}`;
}

/** Headers that make a browser forget both sessions and whatever it kept of the pages (ASVS 14). */
export function signedOutHeaders(): Headers {
  const headers = new Headers({ "Clear-Site-Data": '"cache", "storage"' });
  for (const name of Object.values(SESSION_COOKIES)) headers.append("Set-Cookie", `${name}=; Max-Age=0; ${ATTRIBUTES}`);
  return headers;
}

/** The secret of this browser, or null when it has none yet. */
export function browserSecret(request: Request): string | null {
  return readCookie(request, BROWSER_COOKIE) || null;
}

/** This browser's secret, made now when it has none, with the Set-Cookie that keeps it. */
export function keepBrowser(request: Request): { secret: string; cookie: string } {
  const secret = browserSecret(request) ?? randomSecret();
  return { secret, cookie: `${BROWSER_COOKIE}=${secret}; Max-Age=${BROWSER_SECONDS}; ${ATTRIBUTES}` };
}

/** The name under which a visitor's network is counted by limits (R39): a keyed hash, never the address. */
export function networkKey(clientAddress: string): string {
  return keyedHash("network-hash", networkOf(clientAddress));
}
