import { openInboxEvent } from "~/commerce/open-inbox-event.server";
import { takeInResendEvent } from "~/journeys/take-in-resend-event.server";
import { takeInStripeEvent } from "~/journeys/take-in-stripe-event.server";

const TAKE_IN = { stripe: takeInStripeEvent, resend: takeInResendEvent };

/** Hands an event of the inbox to the journey of its provider. */
export async function processInboxEvent(payload: { inboxEventId: string }): Promise<void> {
  const { provider } = await openInboxEvent(payload.inboxEventId);
  await TAKE_IN[provider](payload);
}
