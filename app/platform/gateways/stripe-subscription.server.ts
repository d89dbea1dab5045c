import { stripeCall, stripeClient, stripeFind, type StripeClient } from "./stripe.server";

export interface PayingSubscription {
  /** Upper case. */
  currency: string;
  /** The discounts its next invoice uses, by Stripe's names. */
  discountIds: string[];
  /** The coupons behind them. */
  couponIds: string[];
}

/** A subscription that goes on; null when it does not, or Stripe does not know it. */
export async function readPayingSubscription(id: string, stripe: StripeClient = stripeClient()): Promise<PayingSubscription | null> {
  const subscription = await stripeFind(() => stripe.subscriptions.retrieve(id, { expand: ["discounts"] }));
  if (!subscription || subscription.status !== "active" || subscription.cancel_at_period_end) return null;
  const discounts = subscription.discounts.filter((one) => typeof one === "object");
  return {
    currency: subscription.currency.toUpperCase(),
    discountIds: discounts.map((one) => one.id),
    couponIds: discounts.flatMap(({ source: { coupon } }) => (coupon ? [typeof coupon === "string" ? coupon : coupon.id] : [])),
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

/** How often a coupon was used; null when Stripe does not know it. */
export async function countCouponUses(id: string, stripe: StripeClient = stripeClient()): Promise<number | null> {
  return (await stripeFind(() => stripe.coupons.retrieve(id)))?.times_redeemed ?? null;
}
