import { stripeCall, stripeClient, stripeFind, type StripeClient } from "./stripe.server";

export interface PromotionCodeInput {
  couponId: string;
  code: string;
  /** Only people without an earlier payment may use it (A17). */
  firstTimeOnly: boolean;
  maxRedemptions: number | null;
  /** Only this customer may use it. */
  customerId: string | null;
  /** The smallest order it is good for, before the discount; 0 is any. */
  minimumMinor: bigint;
  currency: string;
  metadata: Record<string, string>;
  idempotencyKey: string;
}

/** Makes a promotion code. @throws StripeCallError `refused` when the code is in use already */
export async function createPromotionCode(
  input: PromotionCodeInput,
  stripe: StripeClient = stripeClient(),
): Promise<string> {
  const { couponId, code, firstTimeOnly, maxRedemptions, customerId, metadata, idempotencyKey } = input;
  const minimum = input.minimumMinor > 0n && {
    minimum_amount: Number(input.minimumMinor),
    minimum_amount_currency: input.currency.toLowerCase(),
  };
  const created = await stripeCall(() =>
    stripe.promotionCodes.create(
      {
        promotion: { type: "coupon", coupon: couponId },
        code,
        restrictions: { first_time_transaction: firstTimeOnly, ...minimum },
        metadata,
        ...(maxRedemptions !== null && { max_redemptions: maxRedemptions }),
        ...(customerId !== null && { customer: customerId }),
      },
      { idempotencyKey },
    ),
  );
  return created.id;
}

export interface FoundPromotionCode {
  id: string;
  metadata: Record<string, string>;
}

/** The active promotion code of these letters, in any case, with its metadata; null when there is none. */
export async function findPromotionCode(
  code: string,
  stripe: StripeClient = stripeClient(),
): Promise<FoundPromotionCode | null> {
  const list = await stripeCall(() => stripe.promotionCodes.list({ code, active: true, limit: 1 }));
  const [found] = list.data;
  return found ? { id: found.id, metadata: found.metadata ?? {} } : null;
}

/** How often a promotion code was used; null when Stripe does not know it. */
export async function countCodeUses(id: string, stripe: StripeClient = stripeClient()): Promise<number | null> {
  return (await stripeFind(() => stripe.promotionCodes.retrieve(id)))?.times_redeemed ?? null;
}

/**
 * From here on nobody can use it; it cannot be deleted.
 * @returns how often it was used before
 * @throws StripeCallError
 */
export async function deactivatePromotionCode(
  id: string,
  stripe: StripeClient = stripeClient(),
): Promise<number> {
  const { times_redeemed: used } = await stripeCall(() => stripe.promotionCodes.update(id, { active: false }));
  return used;
}
