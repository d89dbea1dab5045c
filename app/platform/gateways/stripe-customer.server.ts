import { stripeClient, stripeFind, type StripeClient } from "./stripe.server";

/**
 * A customer's balance: its currency (upper case; null until something set one) and the credit on it that no invoice used
 * yet, in minor units. Null when the customer does not exist or was deleted. @throws StripeCallError
 */
export async function readCustomer(
  customerId: string,
  stripe: StripeClient = stripeClient(),
): Promise<{ currency: string | null; creditMinor: bigint } | null> {
  const customer = await stripeFind(() => stripe.customers.retrieve(customerId));
  if (!customer || customer.deleted) return null;
  const creditMinor = customer.balance < 0 ? BigInt(-customer.balance) : 0n;
  return { currency: customer.currency?.toUpperCase() ?? null, creditMinor };
}
