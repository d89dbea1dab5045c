import type Stripe from "stripe";
import { stripeCall, StripeCallError, stripeClient, stripeFind, STRIPE_API_VERSION, type StripeClient } from "./stripe.server";

/** A webhook endpoint as Stripe has it. */
export interface Endpoint {
  id: string;
  url: string;
  enabled: boolean;
  events: string[];
  apiVersion: string | null;
}

/** Makes an endpoint for our API version. @returns its id and its signing secret, which Stripe shows once */
export async function createEndpoint(
  input: { url: string; events: readonly string[]; ofConnectedAccounts?: boolean },
  stripe: StripeClient = stripeClient(),
): Promise<{ id: string; secret: string }> {
  const endpoint = await stripeCall(() =>
    stripe.webhookEndpoints.create({
      url: input.url,
      enabled_events: [...input.events] as Stripe.WebhookEndpointCreateParams.EnabledEvent[],
      api_version: STRIPE_API_VERSION,
      description: "Vouch",
      ...(input.ofConnectedAccounts && { connect: true }),
    }),
  );
  if (!endpoint.secret) throw new StripeCallError("unknown", "endpoint_without_secret", null, null);
  return { id: endpoint.id, secret: endpoint.secret };
}

export async function findEndpoint(id: string, stripe: StripeClient = stripeClient()): Promise<Endpoint | null> {
  const endpoint = await stripeFind(() => stripe.webhookEndpoints.retrieve(id));
  return endpoint && endpointOf(endpoint);
}

/** Every endpoint that leads to this address. */
export async function listEndpointsTo(url: string, stripe: StripeClient = stripeClient()): Promise<Endpoint[]> {
  const list = await stripeCall(() => stripe.webhookEndpoints.list({ limit: 100 }));
  return list.data.filter((endpoint) => endpoint.url === url).map(endpointOf);
}

export async function deleteEndpoint(id: string, stripe: StripeClient = stripeClient()): Promise<void> {
  await stripeFind(() => stripe.webhookEndpoints.del(id));
}

/** The id of the account our key belongs to. */
export async function readOwnAccount(stripe: StripeClient = stripeClient()): Promise<string | null> {
  const account = await stripeFind(() => stripe.accounts.retrieveCurrent());
  return account?.id ?? null;
}

/** An id that exists nowhere: Stripe looks at the permission first and then says that there is no such object. */
const NOWHERE = "vouch_permission_probe";
const ONE = { limit: 1 };

const PROBES: Record<string, (stripe: StripeClient) => Promise<unknown>> = {
  customers_read: (stripe) => stripe.customers.list(ONE),
  customers_write: (stripe) => stripe.customers.createBalanceTransaction(`cus_${NOWHERE}`, { amount: -1, currency: "eur" }),
  checkout_sessions_read: (stripe) => stripe.checkout.sessions.list(ONE),
  payment_intents_read: (stripe) => stripe.paymentIntents.list(ONE),
  charges_read: (stripe) => stripe.charges.list(ONE),
  balance_transactions_read: (stripe) => stripe.balanceTransactions.list(ONE),
  refunds_read: (stripe) => stripe.refunds.list(ONE),
  disputes_read: (stripe) => stripe.disputes.list(ONE),
  invoices_read: (stripe) => stripe.invoices.list(ONE),
  subscriptions_read: (stripe) => stripe.subscriptions.list(ONE),
  credit_notes_read: (stripe) => stripe.creditNotes.list(ONE),
  products_read: (stripe) => stripe.products.list(ONE),
  coupons_write: (stripe) => stripe.coupons.update(NOWHERE, { name: "probe" }),
  promotion_codes_write: (stripe) => stripe.promotionCodes.update(`promo_${NOWHERE}`, { active: false }),
  events_read: (stripe) => stripe.events.list(ONE),
  webhook_endpoints_write: (stripe) => stripe.webhookEndpoints.update(`we_${NOWHERE}`, { description: "probe" }),
};

/** What our key may do, by the names Stripe's dashboard uses; nothing is changed by asking. */
export async function probePermissions(stripe: StripeClient = stripeClient()): Promise<{ name: string; allowed: boolean }[]> {
  const answers = [];
  // One after another: sixteen calls at once would run into the rate limit of a test account.
  for (const [name, probe] of Object.entries(PROBES)) answers.push({ name, allowed: await isAllowed(probe, stripe) });
  return answers;
}

async function isAllowed(probe: (stripe: StripeClient) => Promise<unknown>, stripe: StripeClient): Promise<boolean> {
  try {
    await stripeCall(() => probe(stripe));
    return true;
  } catch (error) {
    if (!(error instanceof StripeCallError)) throw error;
    if (error.status === 403) return false;
    if (error.outcome === "refused") return true;
    throw error;
  }
}

function endpointOf(endpoint: Stripe.WebhookEndpoint): Endpoint {
  return {
    id: endpoint.id,
    url: endpoint.url,
    enabled: endpoint.status === "enabled",
    events: endpoint.enabled_events,
    apiVersion: endpoint.api_version,
  };
}
