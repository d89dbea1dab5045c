const SHAPE = /^vouch_pub_([0-9a-hjkmnp-tv-z]{26})$/;
const LOOPBACK = /^(localhost|([a-z0-9-]+\.)+localhost|127\.0\.0\.1|\[::1\])$/;

export const MAX_ORIGINS = 20;

/** The text of a publishable key (P16). It holds no secret: it stands in the source of a shop's pages. */
export function formatPublishableKey(id: string): string {
  return `vouch_pub_${id.replace(/^pub_/, "")}`;
}

/** The id inside the publishable key of an Authorization header; null when it holds none. */
export function readPublishableBearer(header: string | null): string | null {
  const key = /^Bearer ([^\s]{1,100})$/i.exec(header ?? "")?.[1];
  const id = key && SHAPE.exec(key)?.[1];
  return id ? `pub_${id}` : null;
}

/**
 * An origin as browsers write it in their Origin header: "https://Shop.example/" becomes "https://shop.example". Plain
 * http only on the machine itself.
 * @returns null when it is not exactly one origin
 */
export function normalisedOrigin(typed: string): string | null {
  const text = typed.trim();
  if (!/^https?:\/\/[^\s/?#@%*\\]+\/?$/i.test(text) || !URL.canParse(text)) return null;
  const { origin, hostname, protocol } = new URL(text);
  if (protocol === "https:") return hostname.includes(".") || LOOPBACK.test(hostname) ? origin : null;
  return LOOPBACK.test(hostname) ? origin : null;
}

/** The origins somebody typed, one a line or with commas; `refused` is the first that is none. */
export function readOrigins(typed: string): { origins: string[] } | { refused: string } {
  const parts = typed.split(/[\s,]+/).filter((part) => part !== "");
  const read = parts.map((part) => ({ part, origin: normalisedOrigin(part) }));
  const refused = read.find(({ origin }) => origin === null);
  if (refused) return { refused: refused.part };
  return { origins: [...new Set(read.flatMap(({ origin }) => origin ?? []))] };
}
