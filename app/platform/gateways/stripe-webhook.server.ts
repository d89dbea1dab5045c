import Stripe from "stripe";

/** A signed event as the inbox keeps it. */
export interface StripeEvent {
  id: string;
  type: string;
  apiVersion: string | null;
  livemode: boolean;
  /** The connected account it happened on; null for our own. */
  account: string | null;
  /** By the provider's clock, to the second. */
  createdAt: Date;
}

/**
 * Verifies a webhook body and reads its head. Any of the secrets may have signed it, so that one can be exchanged
 * without a gap. The SDK refuses what is older than five minutes; its age check must never be given a number of ours.
 * @returns null when no secret fits, the body was altered, or the signature is stale
 */
export function readSignedEvent(rawBody: Buffer, signature: string, secrets: readonly string[]): StripeEvent | null {
  for (const secret of secrets) {
    try {
      return headOf(Stripe.webhooks.constructEvent(rawBody, signature, secret));
    } catch {
      // Whatever the SDK will not read (no JSON, another kind of event) is as little ours as an unsigned body.
    }
  }
  return null;
}

/** How far the sender's clock is ahead of ours in seconds, by the time in the signature; null when there is none. */
export function signatureClockOffset(signature: string, now: Date): number | null {
  const at = /(?:^|,)t=(\d{1,12})(?:,|$)/.exec(signature)?.[1];
  return at === undefined ? null : Number(at) - Math.floor(now.getTime() / 1000);
}

function headOf(event: Stripe.Event): StripeEvent {
  if (!/^evt_\w{1,250}$/.test(event.id) || !/^[\w.]{1,100}$/.test(event.type) || !Number.isFinite(event.created)) {
    throw new TypeError("not an event");
  }
  return {
    id: event.id,
    type: event.type,
    apiVersion: event.api_version,
    livemode: event.livemode,
    account: event.account ?? null,
    createdAt: new Date(event.created * 1000),
  };
}
