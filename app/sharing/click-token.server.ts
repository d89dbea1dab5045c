import { createHash } from "node:crypto";
import { BoundedMap } from "~/platform/bounded-map";
import { env } from "~/platform/env.server";
import { equalInConstantTime, keyFor } from "~/platform/secrets.server";
import { signer } from "~/platform/signer.server";

/** What a landing page hands to the shop: which link was followed, when, for which program (A9). */
export interface ClickToken {
  linkId: string;
  clickId: string;
  programId: string;
  at: Date;
}

/** Nothing can be read from the token: not ours, altered, or signed with a key that is gone. */
export interface TokenInvalid {
  error: "token_invalid";
}

const INVALID: TokenInvalid = { error: "token_invalid" };
const PURPOSE = "click";
const KEY_ID_LENGTH = 4;
const SIGNATURE_LENGTH = 43;
const MAX_LENGTH = 200;

/**
 * Signs a click: at most 200 characters of `A-Za-z0-9_-`, so that it fits Stripe's `client_reference_id`.
 * Layout: key id (4), purpose and facts with dashes between, which no id has in it, HMAC-SHA-256 (43) over all of it.
 */
export function signClickToken({ linkId, clickId, programId, at }: ClickToken): string {
  const { sign, id } = currentKey();
  const signed = `${id}${PURPOSE}-${linkId}-${clickId}-${programId}-${at.getTime().toString(36)}`;
  const token = signed + sign(signed);
  if (token.length > MAX_LENGTH) throw new RangeError(`click token of ${token.length} characters`);
  return token;
}

/**
 * Reads a token back. Also accepts the retired root secret (A10); how old a click may be is for the program to say.
 * The signature is compared as text, so that not one bit of the token can change unnoticed.
 */
export function readClickToken(token: string): ClickToken | TokenInvalid {
  if (token.length > MAX_LENGTH || !/^[A-Za-z0-9_-]+$/.test(token)) return INVALID;
  if (token.length <= KEY_ID_LENGTH + SIGNATURE_LENGTH) return INVALID;
  const key = knownKeys().find(({ id }) => id === token.slice(0, KEY_ID_LENGTH));
  const signed = token.slice(0, -SIGNATURE_LENGTH);
  if (!key || !equalInConstantTime(key.sign(signed), token.slice(-SIGNATURE_LENGTH))) return INVALID;
  const [purpose, linkId, clickId, programId, time] = signed.slice(KEY_ID_LENGTH).split("-");
  if (purpose !== PURPOSE || !linkId || !clickId || !programId || !time) return INVALID;
  return { linkId, clickId, programId, at: new Date(parseInt(time, 36)) };
}

interface SigningKey {
  sign: (text: string) => string;
  id: string;
}

/** The keys of the present and the retired root secret, made once. */
const keys = new BoundedMap<string, SigningKey>(4);

function currentKey(): SigningKey {
  return signingKey(env().APP_SECRET);
}

function knownKeys(): SigningKey[] {
  const previous = env().APP_SECRET_PREVIOUS;
  return previous ? [currentKey(), signingKey(previous)] : [currentKey()];
}

function signingKey(root: string): SigningKey {
  let signing = keys.get(root);
  if (!signing) {
    const key = keyFor("click-token", root);
    const id = createHash("sha256").update(key).digest("base64url").slice(0, KEY_ID_LENGTH);
    keys.set(root, (signing = { sign: signer(key), id }));
  }
  return signing;
}
