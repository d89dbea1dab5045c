import { takeInResendEvent } from "~/journeys/take-in-resend-event.server";
import { takeInStripeEvent } from "~/journeys/take-in-stripe-event.server";
import type { JobPayloads } from "~/platform/jobs.server";

const TAKE_IN = { stripe: takeInStripeEvent, resend: takeInResendEvent };

/** Hands an event of the inbox to the journey of its provider. */
export async function processInboxEvent({ provider, inboxEventId }: JobPayloads["process-inbox-event"]): Promise<void> {
  await TAKE_IN[provider]({ inboxEventId });
}
