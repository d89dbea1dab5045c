import { reachable } from "../../loopback-names";
import type { Mail } from "../entries";

const TIMEOUT_MS = 10_000;
const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** The address for a one-click unsubscribe (RFC 8058), or null when the mail offers none. */
export function oneClickUrl(mail: Mail): string | null {
  if (header(mail, "list-unsubscribe-post")?.trim().toLowerCase() !== "list-unsubscribe=one-click")
    return null;
  const urls = [...(header(mail, "list-unsubscribe") ?? "").matchAll(/<(https?:[^>]+)>/gi)].map(
    (match) => match[1]
  );
  return urls.find((url) => url !== undefined && URL.canParse(url)) ?? null;
}

/** Posts the unsubscribe as a mail provider does: no cookies, no redirects. Answers whether it was accepted. */
export async function unsubscribe(url: string, vouchUrl: string | null): Promise<boolean> {
  const host = new URL(url).hostname;
  const known = LOOPBACK.has(host) || (vouchUrl !== null && new URL(vouchUrl).hostname === host);
  // A mail could name any machine; the button must not become a way to reach them.
  if (!known) return false;
  try {
    const response = await fetch(reachable(url), {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: "List-Unsubscribe=One-Click",
      redirect: "manual",
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}

function header(mail: Mail, name: string): string | undefined {
  return Object.entries(mail.headers).find(([known]) => known.toLowerCase() === name)?.[1];
}
