import { ensureCoupon } from "~/platform/gateways/stripe-benefits.server";
import { addCoupon, countCouponUses, keepDiscounts, readPayingSubscription, wasDiscountUsed } from "~/platform/gateways/stripe-subscription.server";
import { StripeCallError, type StripeClient } from "~/platform/gateways/stripe.server";
import { INSTRUCTION_KEY, type RailCalls, type TakenBack } from "./rail";

/**
 * A free month: a coupon of this one intent on the champion's own subscription, which its next invoice uses up. Where an
 * older receivable took a part, the coupon takes off what is left of its worth instead of the whole month (M12).
 */
export const freeMonth: RailCalls<"free_month"> = {
  async act({ rewardId, idempotencyKey, amountMinor, currency, request, mark }, stripe) {
    const { subscriptionId, couponId, couponName: name, whole } = request;
    const metadata = { [INSTRUCTION_KEY]: mark, vouch_reward: rewardId };
    const off = whole ? { basisPoints: 10_000 } : { amountMinor, currency };
    await ensureCoupon({ id: couponId, name, off, duration: "once", metadata }, stripe);
    const subscription = await readPayingSubscription(subscriptionId, stripe);
    if (!subscription) throw new StripeCallError("refused", "subscription_ended", null, null);
    await addCoupon({ subscriptionId, couponId, keep: subscription.discounts.map(({ id }) => id), idempotencyKey }, stripe);
    return couponId;
  },
  // The discount is gone once an invoice used it; the coupon remembers.
  lookUp: async ({ request: { couponId } }, stripe) => ((await countCouponUses(couponId, stripe)) ? couponId : null),
  async reach({ request: { subscriptionId }, providerRef: couponId, amountMinor }, stripe) {
    const subscription = await readPayingSubscription(subscriptionId, stripe);
    const discountId = subscription?.discounts.find((one) => one.couponId === couponId)?.id;
    return discountId ? { amountMinor, request: { rail: "free_month", subscriptionId, discountId } } : null;
  },
  async reverse({ idempotencyKey, amountMinor, request: { subscriptionId, discountId } }, stripe) {
    const subscription = await readPayingSubscription(subscriptionId, stripe);
    const standing = subscription?.discounts.map(({ id }) => id) ?? [];
    if (!standing.includes(discountId)) return await goneFrom({ subscriptionId, discountId, amountMinor }, stripe);
    await keepDiscounts({ subscriptionId, keep: standing.filter((id) => id !== discountId), idempotencyKey }, stripe);
    return { ref: discountId, amountMinor };
  },
  async lookUpReversal({ amountMinor, request: { subscriptionId, discountId } }, stripe) {
    const subscription = await readPayingSubscription(subscriptionId, stripe);
    if (subscription?.discounts.some(({ id }) => id === discountId)) return null;
    return await goneFrom({ subscriptionId, discountId, amountMinor }, stripe);
  },
};

/** A discount that stands no more was used by an invoice, or helped nobody: only then did the month come back. */
async function goneFrom(
  { subscriptionId, discountId, amountMinor }: { subscriptionId: string; discountId: string; amountMinor: bigint },
  stripe?: StripeClient,
): Promise<TakenBack> {
  return { ref: discountId, amountMinor: (await wasDiscountUsed({ subscriptionId, discountId }, stripe)) ? 0n : amountMinor };
}
