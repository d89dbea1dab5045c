import { createHash, createHmac } from "node:crypto";
import { env } from "~/platform/env.server";
import { equalInConstantTime, keyFor } from "~/platform/secrets.server";

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
 * Layout: key id (4), facts (base64url), HMAC-SHA-256 (43) over both.
 */
export function signClickToken({ linkId, clickId, programId, at }: ClickToken): string {
  const facts = [PURPOSE, linkId, clickId, programId, at.getTime().toString(36)].join(".");
  const key = currentKey();
  const signed = keyId(key) + Buffer.from(facts, "utf8").toString("base64url");
  const token = signed + signature(key, signed);
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
  const key = knownKeys().find((candidate) => keyId(candidate) === token.slice(0, KEY_ID_LENGTH));
  const signed = token.slice(0, -SIGNATURE_LENGTH);
  if (!key || !equalInConstantTime(signature(key, signed), token.slice(-SIGNATURE_LENGTH))) return INVALID;
  const facts = Buffer.from(signed.slice(KEY_ID_LENGTH), "base64url").toString("utf8").split(".");
  const [purpose, linkId, clickId, programId, time] = facts;
  if (purpose !== PURPOSE || !linkId || !clickId || !programId || !time) return INVALID;
  return { linkId, clickId, programId, at: new Date(parseInt(time, 36)) };
}

function currentKey(): Buffer {
  return keyFor("click-token");
}

function knownKeys(): Buffer[] {
  const previous = env().APP_SECRET_PREVIOUS;
  return previous ? [currentKey(), keyFor("click-token", previous)] : [currentKey()];
}

function keyId(key: Buffer): string {
  return createHash("sha256").update(key).digest("base64url").slice(0, KEY_ID_LENGTH);
}

function signature(key: Buffer, signed: string): string {
  return createHmac("sha256", key).update(signed).digest("base64url");
}
