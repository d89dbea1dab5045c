import { stripeClient, stripeFind, type StripeClient } from "./stripe.server";

/**
 * A customer's balance currency (upper case; null until something set one). Null when the customer does not exist or
 * was deleted. @throws StripeCallError
 */
export async function readCustomer(
  customerId: string,
  stripe: StripeClient = stripeClient(),
): Promise<{ currency: string | null } | null> {
  const customer = await stripeFind(() => stripe.customers.retrieve(customerId));
  if (!customer || customer.deleted) return null;
  return { currency: customer.currency?.toUpperCase() ?? null };
}
