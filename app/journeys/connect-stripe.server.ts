import { createStripeEndpoint, webhookUrl } from "~/commerce/stripe-connection.server";
import { recordAudit } from "~/identity/record-audit.server";
import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import type { StripeClient } from "~/platform/gateways/stripe.server";

/**
 * Makes the webhook endpoint at Stripe and keeps its secret, with its line in the trail (I37). Pressing again exchanges
 * the endpoint for a new one, which also mends one whose secret is lost.
 * @throws StripeCallError
 */
export async function connectStripe(
  { by }: { by: string },
  { db = rootDb, clock = systemClock, stripe }: Deps & { stripe?: StripeClient } = {},
): Promise<void> {
  await createStripeEndpoint(
    (tx, endpointId) =>
      recordAudit(tx, { by, action: "stripe.connected", object: endpointId, facts: { url: webhookUrl() }, now: clock.now() }),
    { db, clock, stripe },
  );
}
