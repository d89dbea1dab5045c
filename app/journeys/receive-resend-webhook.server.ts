import { keepInboxEvent } from "~/commerce/keep-inbox-event.server";
import { readResendWebhook } from "~/notices/read-resend-webhook.server";
import { rootDb, systemClock, type Deps } from "~/platform/deps.server";

/**
 * Takes in a webhook of Resend's: verified on its raw bytes, then into the inbox with its job. Once it returns the event
 * is safe; a repeated one changes nothing (I27, I28).
 * @returns whether the event was new @throws AppError `signature_invalid`, `event_not_understood`, `no_webhook_secret`
 */
export async function receiveResendWebhook(
  rawBody: Buffer,
  headers: Headers,
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<boolean> {
  const { eventId, event } = await readResendWebhook(rawBody, headers, { db });
  return keepInboxEvent(
    { provider: "resend", eventId, type: event.type, apiVersion: null, occurredAt: event.created_at, payload: rawBody },
    { db, clock },
  );
}
