import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes, timingSafeEqual } from "node:crypto";
import { env } from "./env.server";

/** Keys of what is handed out and comes back: another `APP_SECRET` makes others. */
type PassingPurpose = "click-token" | "decision-link" | "demo-key" | "network-hash" | "sign-in-code" | "unsubscribe";
/** Keys of what lies in the database: `DATA_SECRET` stays as long as the data, for a hash cannot be made anew. */
const LASTING = ["email-hash", "fingerprint-hash", "person-data", "provider-secret", "webhook-secret", "invitation"] as const;

/** What a derived key is for. One key never serves two purposes. */
export type KeyPurpose = PassingPurpose | (typeof LASTING)[number];

const derived = new Map<string, Buffer>();

/** A 32-byte key for one purpose, derived from its root secret with HKDF-SHA-256. */
export function keyFor(purpose: KeyPurpose, root = rootOf(purpose)): Buffer {
  const name = `${purpose}:${createHash("sha256").update(root).digest("base64url").slice(0, 8)}`;
  let key = derived.get(name);
  if (!key) {
    key = Buffer.from(hkdfSync("sha256", root, "vouch", purpose, 32));
    derived.set(name, key);
  }
  return key;
}

function rootOf(purpose: KeyPurpose): string {
  return LASTING.some((lasting) => lasting === purpose) ? env().DATA_SECRET : env().APP_SECRET;
}

/** A keyed hash (HMAC-SHA-256, base64url): comparable by us, meaningless to a thief of the table. */
export function keyedHash(purpose: KeyPurpose, value: string): string {
  return createHmac("sha256", keyFor(purpose)).update(value).digest("base64url");
}

/** Hash of a high-entropy secret such as a session id or an API key; needs no key of its own. */
export function secretHash(secret: string): string {
  return createHash("sha256").update(secret).digest("base64url");
}

/** Compares two strings without telling by the time taken how far they agree. */
export function equalInConstantTime(a: string, b: string): boolean {
  const left = createHash("sha256").update(a).digest();
  const right = createHash("sha256").update(b).digest();
  return timingSafeEqual(left, right);
}

/** A random secret of `bytes` bytes in base64url. */
export function randomSecret(bytes = 32): string {
  return randomBytes(bytes).toString("base64url");
}

/** Encrypts with AES-256-GCM: nonce, tag and ciphertext in one buffer. */
export function encrypt(plain: Buffer | string, key: Buffer): Uint8Array<ArrayBuffer> {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", key, nonce);
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return new Uint8Array(Buffer.concat([nonce, cipher.getAuthTag(), body]));
}

/** Opens what `encrypt` sealed. @throws Error when the key is another or a byte was changed */
export function decrypt(sealed: Uint8Array, key: Buffer): Buffer {
  const bytes = Buffer.from(sealed);
  const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, 12));
  decipher.setAuthTag(bytes.subarray(12, 28));
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]);
}
