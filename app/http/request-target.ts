import { parse } from "node:url";

/** What the pages refuse as an address that nobody can read (400). */
export const UNREADABLE = "/%";

/** Whether express can read a request line; of what it cannot, such as `http://[`, it would say so in words of its own. */
export function isReadable(target: string): boolean {
  if (target.startsWith("/")) return true;
  try {
    parse(target);
    return true;
  } catch {
    return false;
  }
}

/** The path and query in a request line, which may hold a whole URL (RFC 9112, 3.2.2) or `*`. */
export function pathOfTarget(target: string): string {
  if (target.startsWith("/")) return target;
  const path = target.replace(/^https?:\/\/[^/?#]*/i, "");
  return path.startsWith("/") ? path : `/${path}`;
}

/** The address that a request line means on our own origin: neither a host in it nor `//host` leads anywhere else. */
export function addressOf(target: string, appUrl: string): URL {
  return new URL(new URL(appUrl).origin + pathOfTarget(target));
}
