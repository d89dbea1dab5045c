import { readCustomer } from "~/platform/gateways/stripe-customer.server";
import type { StripeClient } from "~/platform/gateways/stripe.server";

export interface TargetQuestion {
  rail: string;
  stripeCustomerId: string | null;
  currency: string;
}

/**
 * Whether there is something to credit: a customer that exists, whose balance has this currency or none yet (M13). The
 * other ways need neither.
 * @throws StripeCallError
 */
export async function checkTarget(
  { rail, stripeCustomerId, currency }: TargetQuestion,
  stripe?: StripeClient,
): Promise<"nothing_to_credit" | "currency_unavailable" | null> {
  if (rail !== "stripe_balance") return null;
  const customer = stripeCustomerId && (await readCustomer(stripeCustomerId, stripe));
  if (!customer) return "nothing_to_credit";
  return customer.currency === null || customer.currency === currency ? null : "currency_unavailable";
}
