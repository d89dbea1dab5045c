import { addClaimed, readClaimed, writeClaimed } from "~/sharing/claimed-tokens";
import { readCookie } from "./cookies.server";

const NAME = "__Host-vouch_ref";
const ATTRIBUTES = "Path=/; HttpOnly; Secure; SameSite=Lax";

/** The tokens a browser claimed before, in that order (A5). */
export function claimedTokens(request: Pick<Request, "headers">): string[] {
  return readClaimed(readCookie(request, NAME) ?? undefined);
}

/** Set-Cookie that adds a claim to those this browser has; the server sets it and no script can read it (A11, A13). */
export function claimCookie(request: Pick<Request, "headers">, { token, maxAgeSeconds }: { token: string; maxAgeSeconds: number }): string {
  const tokens = addClaimed(claimedTokens(request), token);
  return `${NAME}=${writeClaimed(tokens)}; Max-Age=${maxAgeSeconds}; ${ATTRIBUTES}`;
}

/** Set-Cookie that makes the browser forget all it claimed. */
export function forgetClaimsCookie(): string {
  return `${NAME}=; Max-Age=0; ${ATTRIBUTES}`;
}
