/**
 * What a key may do: `track` writes facts (customers, leads, sales, refunds), `read` reads, `write` makes and changes
 * links and invitations, `decide` approves and refuses rewards and says which the host paid itself,
 * `webhooks` says where a host listens.
 */
export const API_SCOPES = ["track", "read", "write", "decide", "webhooks"] as const;
export type ApiScope = (typeof API_SCOPES)[number];

/** A key lives in one world: `test` keys come from a demo, `live` ones from production. */
export type ApiKeyMode = "live" | "test";

const SHAPE = /^vouch_(?:live|test)_([0-9a-hjkmnp-tv-z]{26})_[A-Za-z0-9_-]{43}$/;

/** The text of a key (P1): `vouch_live_<id>_<43 characters>`, which is 32 random bytes. */
export function formatApiKey(mode: ApiKeyMode, id: string, secret: string): string {
  return `vouch_${mode}_${id.replace(/^apk_/, "")}_${secret}`;
}

/** The key of an Authorization header and the id inside it; null when it has not the shape of one. */
export function readBearer(header: string | null): { id: string; key: string } | null {
  const key = /^Bearer ([^\s]{1,200})$/i.exec(header ?? "")?.[1];
  const id = key && SHAPE.exec(key)?.[1];
  return id ? { id: `apk_${id}`, key: key as string } : null;
}

export function isApiScope(text: string): text is ApiScope {
  return (API_SCOPES as readonly string[]).includes(text);
}
