import { randomBytes } from "node:crypto";
import { Webhook } from "standardwebhooks";
import { decrypt, encrypt, keyFor } from "~/platform/secrets.server";

const PREFIX = "whsec_";
const SECRET_BYTES = 32;

/** A new secret in the form of Standard Webhooks, and how it is kept. */
export function newEndpointSecret(): { secret: string; sealed: Uint8Array<ArrayBuffer> } {
  const secret = PREFIX + randomBytes(SECRET_BYTES).toString("base64");
  return { secret, sealed: encrypt(secret, keyFor("webhook-secret")) };
}

interface Signing {
  secretSealed: Uint8Array;
  previousSecretSealed: Uint8Array | null;
  previousUntil: Date | null;
}

/**
 * The three headers of Standard Webhooks (P13). While a secret rotates both sign, the new one first.
 * @param now domain time, for the end of the rotation
 * @param signedAt real time: whoever receives it allows five minutes by their own clock
 */
export function signedHeaders(
  { id, payload }: { id: string; payload: string },
  { secretSealed, previousSecretSealed, previousUntil }: Signing,
  { now, signedAt = new Date() }: { now: Date; signedAt?: Date },
): Record<string, string> {
  const sealed = [secretSealed];
  if (previousSecretSealed && previousUntil && previousUntil > now) sealed.push(previousSecretSealed);
  const signatures = sealed.map((one) => {
    const secret = decrypt(one, keyFor("webhook-secret")).toString();
    return new Webhook(secret).sign(id, signedAt, payload);
  });
  return {
    "webhook-id": id,
    "webhook-timestamp": String(Math.floor(signedAt.getTime() / 1000)),
    "webhook-signature": signatures.join(" "),
  };
}
