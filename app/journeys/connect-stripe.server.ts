import { createStripeEndpoint, webhookUrl } from "~/commerce/stripe-connection.server";
import { recordAudit } from "~/identity/record-audit.server";
import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { StripeCallError, type StripeClient } from "~/platform/gateways/stripe.server";
import { log } from "~/platform/log.server";

interface StripeDeps extends Deps {
  stripe?: StripeClient;
}

/**
 * Makes the webhook endpoint at Stripe and keeps its secret, with its line in the trail (I37). Pressing again exchanges
 * the endpoint for a new one, which also mends one whose secret is lost.
 * @returns how it went; when it did not, nothing was kept
 */
export async function connectStripe(
  { by }: { by: string },
  { db = rootDb, clock = systemClock, stripe }: StripeDeps = {},
): Promise<"connected" | "refused" | "unreachable"> {
  try {
    await createStripeEndpoint(
      (tx, endpointId) =>
        recordAudit(tx, { by, action: "stripe.connected", object: endpointId, facts: { url: webhookUrl() }, now: clock.now() }),
      { db, clock, stripe },
    );
    return "connected";
  } catch (error) {
    if (!(error instanceof StripeCallError)) throw error;
    log.warn({ err: error }, "the webhook endpoint could not be made");
    return error.outcome === "unknown" ? "unreachable" : "refused";
  }
}
