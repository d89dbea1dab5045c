/**
 * All a shop needs to do for Vouch when it sells through Stripe Checkout: keep the token and the code that a friend
 * arrives with, and hand them to the checkout.
 *
 * A friend who claimed an offer comes to `https://the-shop/?vouch=<token>&code=<CODE>`.
 */
export interface Recommendation {
  /** Click tokens in the order they came, at most ten. */
  tokens: string[];
  /** The code that gives the friend's discount. */
  code: string;
}

const TOKEN = /^[A-Za-z0-9_-]{20,200}$/;
const CODE = /^[A-Za-z0-9-]{3,40}$/;
const MAX_TOKENS = 10;

/** Reads the shop's own cookie; anything odd counts as nothing. */
export function readRecommendation(cookie: string | undefined): Recommendation {
  const [code = "", ...tokens] = (cookie ?? "").split(".");
  return { tokens: tokens.filter((token) => TOKEN.test(token)).slice(0, MAX_TOKENS), code: CODE.test(code) ? code : "" };
}

export function writeRecommendation({ tokens, code }: Recommendation): string {
  return [code, ...tokens].join(".");
}

/** Adds what a visit brought along. The list is kept, so that Vouch can tell the first from the last. */
export function addVisit(kept: Recommendation, query: { vouch?: unknown; code?: unknown }): Recommendation {
  const token = typeof query.vouch === "string" && TOKEN.test(query.vouch) ? query.vouch : null;
  const code = typeof query.code === "string" && CODE.test(query.code) ? query.code.toUpperCase() : kept.code;
  if (!token || kept.tokens.includes(token)) return { tokens: kept.tokens, code };
  const [first, ...rest] = [...kept.tokens, token];
  return { tokens: first ? [first, ...rest.slice(-(MAX_TOKENS - 1))] : [], code };
}

/**
 * Adds what Vouch's own cookie holds, where portal and shop share a domain: `__Secure-vouch_ref`, tokens with dots
 * between them. Only the server can read it.
 */
export function addShared(kept: Recommendation, cookie: string | undefined): Recommendation {
  return (cookie ?? "").split(".").reduce((all, vouch) => addVisit(all, { vouch }), kept);
}

/**
 * The fields for `stripe.checkout.sessions.create`. A metadata value holds 500 characters, so two tokens share one.
 */
export function checkoutFields({ tokens }: Recommendation): {
  client_reference_id?: string;
  metadata: Record<string, string>;
} {
  const metadata: Record<string, string> = {};
  for (let i = 0; i < tokens.length; i += 2) {
    metadata[i === 0 ? "vouch_tokens" : `vouch_tokens_${i / 2 + 1}`] = tokens.slice(i, i + 2).join(",");
  }
  return { ...(tokens[0] && { client_reference_id: tokens[0] }), metadata };
}
