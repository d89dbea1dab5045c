import { AppError } from "~/platform/errors";
import { env } from "~/platform/env.server";
import { isLiveMode } from "~/platform/gateways/stripe.server";
import { readSignedEvent, signatureClockOffset } from "~/platform/gateways/stripe-webhook.server";
import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { log } from "~/platform/log.server";
import { decrypt, keyFor } from "~/platform/secrets.server";
import { findStripeConnection } from "./connection-store.server";
import { isConnectEvent } from "./stripe-events";
import { keepInboxEvent } from "./keep-inbox-event.server";

/** Further apart, our clock or theirs is wrong: signatures would soon be refused, or old ones believed. */
const CLOCK_ALARM_SECONDS = 30;

/**
 * Takes in a webhook of Stripe's: verified on its raw bytes, for this account and this mode, then into the inbox. Once
 * it returns the event is safe; a repeated one changes nothing (I27).
 * @returns whether the event was new
 * @throws AppError `signature_invalid`, `wrong_mode`, `wrong_account` (400), `no_webhook_secret` (503)
 */
export async function receiveStripeWebhook(
  rawBody: Buffer,
  signature: string | null,
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<{ isNew: boolean }> {
  const { secrets, accountId } = await db.transaction("read-stripe-connection", async (tx) => {
    const connection = await findStripeConnection(tx);
    const stored = [connection?.secretSealed, connection?.connectSecretSealed].map(
      (sealed) => sealed && decrypt(sealed, keyFor("provider-secret")).toString("utf8"),
    );
    return {
      secrets: [env().STRIPE_WEBHOOK_SECRET, ...stored].filter((secret) => secret != null && secret !== ""),
      accountId: connection?.accountId ?? null,
    };
  });
  // 5xx, so that Stripe tries again once the endpoint's secret is known here.
  if (secrets.length === 0) throw refusal("no_webhook_secret", 503, "no webhook secret is known");
  const event = signature === null ? null : readSignedEvent(rawBody, signature, secrets as string[]);
  if (!event || signature === null) throw refusal("signature_invalid", 400, "unsigned, altered or stale webhook");
  alarmOnClock(signature);
  if (event.livemode !== isLiveMode()) throw refusal("wrong_mode", 400, "an event of the other mode");
  const others = event.account !== null && event.account !== accountId;
  if (others && !isConnectEvent(event.type)) throw refusal("wrong_account", 400, "an event of another account");
  const { id: eventId, type, apiVersion, createdAt: occurredAt } = event;
  const isNew = await keepInboxEvent(
    { provider: "stripe", eventId, type, apiVersion, occurredAt, payload: rawBody },
    { db, clock },
  );
  return { isNew };
}

/** A signature of the future passes the SDK's check, so a clock that runs behind shows only here. Real time. */
function alarmOnClock(signature: string): void {
  const offset = signatureClockOffset(signature, new Date());
  if (offset !== null && offset > CLOCK_ALARM_SECONDS) log.warn({ offset }, "our clock runs behind Stripe's");
}

function refusal(code: string, status: number, message: string): AppError {
  return new AppError(code, { message, status });
}
