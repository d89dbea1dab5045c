/**
 * The value of one cookie of a request, or null. Names have the `__Host-` prefix, so that no sibling host can plant
 * one; the cookie that is shared with siblings on purpose (A12) holds nothing but signed tokens.
 */
export function readCookie(request: Pick<Request, "headers">, name: `__Host-${string}` | "__Secure-vouch_ref"): string | null {
  for (const pair of (request.headers.get("Cookie") ?? "").split(";")) {
    const at = pair.indexOf("=");
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim();
  }
  return null;
}

const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** A choice of the visitor that is kept for a year: language, theme. Holds no identity. */
export function choiceCookie(name: `__Host-${string}`, value: string): string {
  return `${name}=${value}; Path=/; Max-Age=${YEAR_SECONDS}; HttpOnly; Secure; SameSite=Lax`;
}
