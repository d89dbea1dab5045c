import { createHmac } from "node:crypto";

/** The `Stripe-Signature` header: HMAC-SHA-256 over time and body, with the real time in Unix seconds. */
export function signPayload(body: string, secret: string, seconds = Math.floor(Date.now() / 1000)): string {
  const signature = createHmac("sha256", secret).update(`${seconds}.${body}`).digest("hex");
  return `t=${seconds},v1=${signature}`;
}
