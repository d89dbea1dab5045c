import { readCustomer } from "~/platform/gateways/stripe-customer.server";
import { readPayingSubscription } from "~/platform/gateways/stripe-subscription.server";
import type { StripeClient } from "~/platform/gateways/stripe.server";

export interface TargetQuestion {
  rail: string;
  stripeCustomerId: string | null;
  subscriptionId: string | null;
  currency: string;
}

type Missing = "nothing_to_credit" | "currency_unavailable" | "free_month_running";

/**
 * Whether there is something to credit: a customer that exists, whose balance has this currency or none yet (M13), or a
 * subscription in it that goes on. The other ways need neither.
 * @throws StripeCallError
 */
export async function checkTarget(
  { rail, stripeCustomerId, subscriptionId, currency }: TargetQuestion,
  stripe?: StripeClient,
): Promise<Missing | null> {
  if (rail === "free_month") return await checkSubscription(subscriptionId, currency, stripe);
  if (rail !== "stripe_balance") return null;
  const customer = stripeCustomerId && (await readCustomer(stripeCustomerId, stripe));
  if (!customer) return "nothing_to_credit";
  return customer.currency === null || customer.currency === currency ? null : "currency_unavailable";
}

/** Two free months on one invoice would be one: the next one waits until the first was used. */
async function checkSubscription(id: string | null, currency: string, stripe?: StripeClient): Promise<Missing | null> {
  const subscription = id && (await readPayingSubscription(id, stripe));
  if (!subscription) return "nothing_to_credit";
  if (subscription.currency !== currency) return "currency_unavailable";
  return subscription.discounts.some(({ couponId }) => couponId?.startsWith("vouch_ins_")) ? "free_month_running" : null;
}
