/*
 * What the worker does with a payment that it has read at Stripe, behind bare `node:http`: the facts are kept and decided
 * about, and their event is marked, in one transaction. Reads the environment of the product.
 */
import { NO_FACTS, type StripeFacts } from "~/commerce/stripe-facts";
import { keepAndDecide } from "~/journeys/keep-and-decide.server";
import { connectAs, processClock } from "~/platform/deps.server";
import { env } from "~/platform/env.server";
import { servePosts } from "../parts/serve-posts";
import type { PaidAtStripe } from "./payments";

connectAs(env().DATABASE_URL_WORKER);
await processClock().refresh();

/** A first payment of a new customer, as it is read at Stripe: EUR 96.80 with tax, of which the link's token came along. */
function factsOf({ customerId, paymentId, clickId }: PaidAtStripe): StripeFacts {
  const now = processClock().now();
  const email = `${customerId}@example.test`;
  const customer = { stripeCustomerId: customerId, email, externalId: null, organisationId: null, knownSince: now, deleted: false };
  const purchase = {
    key: paymentId, paymentIntentId: paymentId, invoiceId: null, checkoutSessionId: null, subscriptionId: null, occurredAt: now,
    settlesAt: new Date(+now + 2 * 86_400_000), currency: "EUR", paidMinor: 9_680n, taxMinor: 1_680n, shippingMinor: 0n, discountMinor: 0n,
    clickTokens: [clickId], codes: [], programHint: null, byProvider: true,
    lines: [{ group: "tea", quantity: 1, netMinor: 8_000n, taxMinor: 1_680n }],
  };
  return { ...NO_FACTS, customer, payment: { purchase, customer: customerId, email, fingerprint: `card-of-${customerId}`, riskLevel: "normal" } };
}

servePosts((paid: PaidAtStripe) => keepAndDecide({ inboxEventId: paid.inboxEventId, facts: factsOf(paid) }));
// An ordinary end, so that `--profile` leaves its file.
process.once("SIGTERM", () => process.exit());
