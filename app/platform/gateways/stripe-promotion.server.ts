import { stripeCall, stripeClient, type StripeClient } from "./stripe.server";

/** From here on nobody can use it; it cannot be deleted. @throws StripeCallError */
export async function deactivatePromotionCode(
  id: string,
  stripe: StripeClient = stripeClient(),
): Promise<void> {
  await stripeCall(() => stripe.promotionCodes.update(id, { active: false }));
}
