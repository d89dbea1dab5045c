import { rootDb, type Deps } from "~/platform/deps.server";
import { env } from "~/platform/env.server";
import { AppError } from "~/platform/errors";
import { verifyResendWebhook, type WebhookHeaders } from "~/platform/gateways/resend.server";
import { decrypt, keyFor } from "~/platform/secrets.server";
import { findResendConnection } from "./resend-connection-store.server";
import { resendEventSchema, type ResendEvent } from "./resend-event";

/**
 * Reads a webhook of Resend's after checking its signature over the raw body, in the Standard Webhooks form; the
 * provider's own pages name the same three headers `svix-…`.
 * @throws AppError `signature_invalid` (400), `event_not_understood` (422), `no_webhook_secret` (503)
 */
export async function readResendWebhook(
  rawBody: Buffer,
  headers: Headers,
  { db = rootDb }: Deps = {},
): Promise<{ eventId: string; event: ResendEvent }> {
  const connection = await db.transaction("find-resend-connection", findResendConnection);
  const stored = connection && decrypt(connection.secretSealed, keyFor("provider-secret")).toString("utf8");
  const secrets = [env().RESEND_WEBHOOK_SECRET, stored].filter((secret) => secret != null);
  // 5xx, so that Resend tries again once the endpoint's secret is known here.
  if (secrets.length === 0) throw refusal("no_webhook_secret", 503, "no webhook secret is known");

  const signed = signedHeaders(headers);
  const text = utf8(rawBody);
  const verified = signed && text !== null ? secrets.some((secret) => verifyResendWebhook(text, signed, secret)) : false;
  if (!signed || text === null || !verified) throw refusal("signature_invalid", 400, "unsigned, altered or stale webhook");
  const parsed = resendEventSchema.safeParse(JSON.parse(text));
  if (!parsed.success) throw refusal("event_not_understood", 422, "a signed event without type, time or data");
  return { eventId: signed.id, event: parsed.data };
}

function signedHeaders(headers: Headers): WebhookHeaders | null {
  const read = (prefix: string, name: string) => headers.get(`${prefix}-${name}`);
  for (const prefix of ["webhook", "svix"]) {
    const [id, timestamp, signature] = ["id", "timestamp", "signature"].map((name) => read(prefix, name));
    if (id && timestamp && signature && id.length <= 200) return { id, timestamp, signature };
  }
  return null;
}

/** Bytes that are no UTF-8 were not what was signed. */
function utf8(bytes: Buffer): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

function refusal(code: string, status: number, message: string): AppError {
  return new AppError(code, { message, status });
}
