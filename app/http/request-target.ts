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
