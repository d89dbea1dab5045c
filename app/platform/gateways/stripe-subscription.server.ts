import { stripeCall, stripeClient, stripeFind, type StripeClient } from "./stripe.server";

export interface PayingSubscription {
  /** Upper case. */
  currency: string;
  /** What its next invoice takes off, by Stripe's names for the discount and the coupon behind it. */
  discounts: { id: string; couponId: string | null }[];
}

/** A subscription that goes on; null when it does not, or Stripe does not know it. */
export async function readPayingSubscription(id: string, stripe: StripeClient = stripeClient()): Promise<PayingSubscription | null> {
  const subscription = await stripeFind(() => stripe.subscriptions.retrieve(id, { expand: ["discounts"] }));
  if (!subscription || subscription.status !== "active" || subscription.cancel_at_period_end) return null;
  const discounts = subscription.discounts.filter((one) => typeof one === "object");
  return {
    currency: subscription.currency.toUpperCase(),
    discounts: discounts.map(({ id: discountId, source: { coupon } }) => ({ id: discountId, couponId: typeof coupon === "string" ? coupon : (coupon?.id ?? null) })),
  };
}

interface Discounted {
  subscriptionId: string;
  couponId: string;
  /** Those that stand and stay. */
  keep: readonly string[];
  idempotencyKey: string;
}

/** Has a subscription's next invoice use a coupon beside the discounts it has. */
export async function addCoupon({ subscriptionId, couponId, keep, idempotencyKey }: Discounted, stripe: StripeClient = stripeClient()): Promise<void> {
  const discounts = [...keep.map((discount) => ({ discount })), { coupon: couponId }];
  await stripeCall(() => stripe.subscriptions.update(subscriptionId, { discounts }, { idempotencyKey }));
}

/** Has a subscription's next invoice use only these discounts of those it has. */
export async function keepDiscounts(
  { subscriptionId, keep, idempotencyKey }: Omit<Discounted, "couponId">,
  stripe: StripeClient = stripeClient(),
): Promise<void> {
  // An empty list would be no change at all; the empty word takes every discount off.
  const discounts = keep.length > 0 ? keep.map((discount) => ({ discount })) : ("" as const);
  await stripeCall(() => stripe.subscriptions.update(subscriptionId, { discounts }, { idempotencyKey }));
}

/** Whether one of a subscription's latest 24 invoices used this discount. */
export async function wasDiscountUsed(
  { subscriptionId, discountId }: { subscriptionId: string; discountId: string },
  stripe: StripeClient = stripeClient(),
): Promise<boolean> {
  const { data } = await stripeCall(() => stripe.invoices.list({ subscription: subscriptionId, limit: 24 }));
  return data.some(({ discounts }) => discounts.some((one) => (typeof one === "string" ? one : one.id) === discountId));
}

/** How often a coupon was used; null when Stripe does not know it. */
export async function countCouponUses(id: string, stripe: StripeClient = stripeClient()): Promise<number | null> {
  return (await stripeFind(() => stripe.coupons.retrieve(id)))?.times_redeemed ?? null;
}
