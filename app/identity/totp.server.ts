import { Secret, TOTP } from "otpauth";
import { decrypt, encrypt, keyFor } from "~/platform/secrets.server";
import { relyingParty } from "./relying-party.server";

const PERIOD_SECONDS = 30;

/** A fresh authenticator secret, sealed for the table. */
export function newTotpSecret(): Uint8Array<ArrayBuffer> {
  return encrypt(new Secret({ size: 20 }).base32, keyFor("provider-secret"));
}

/** What an authenticator app reads: the address inside the QR code, and the secret for typing. */
export function totpSetUp(sealed: Uint8Array, account: string): { uri: string; secret: string } {
  const totp = totpOf(sealed, account);
  return { uri: totp.toString(), secret: totp.secret.base32 };
}

/**
 * The 30-second step a typed code belongs to; one step early or late is forgiven.
 * @returns null when it is no code of now, or its step was used before (a code works once)
 */
export function acceptedStep(sealed: Uint8Array, typed: string, lastStep: bigint | null, now: Date): bigint | null {
  const token = typed.replace(/\s/g, "");
  if (!/^\d{6}$/.test(token)) return null;
  const delta = totpOf(sealed, "").validate({ token, timestamp: now.getTime(), window: 1 });
  if (delta === null) return null;
  const step = BigInt(Math.floor(now.getTime() / 1000 / PERIOD_SECONDS) + delta);
  return lastStep !== null && step <= lastStep ? null : step;
}

function totpOf(sealed: Uint8Array, label: string): TOTP {
  const secret = Secret.fromBase32(decrypt(sealed, keyFor("provider-secret")).toString("utf8"));
  return new TOTP({ issuer: relyingParty().name, label, secret, period: PERIOD_SECONDS, digits: 6, algorithm: "SHA1" });
}
