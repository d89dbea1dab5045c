import { ensureCoupon } from "~/platform/gateways/stripe-benefits.server";
import { addCoupon, countCouponUses, readPayingSubscription } from "~/platform/gateways/stripe-subscription.server";
import { StripeCallError } from "~/platform/gateways/stripe.server";
import { INSTRUCTION_KEY, type RailCalls } from "./rail";

/**
 * A free month: a coupon of this one intent on the champion's own subscription, which its next invoice uses up. Where an
 * older receivable took a part, the coupon takes off what is left of its worth instead of the whole month (M12).
 */
export const freeMonth: RailCalls<"free_month"> = {
  async act({ instructionId, rewardId, idempotencyKey, amountMinor, currency, request }, stripe) {
    const { subscriptionId, couponId, couponName: name, whole } = request;
    const metadata = { [INSTRUCTION_KEY]: instructionId, vouch_reward: rewardId };
    const off = whole ? { basisPoints: 10_000 } : { amountMinor, currency };
    await ensureCoupon({ id: couponId, name, off, duration: "once", metadata }, stripe);
    const subscription = await readPayingSubscription(subscriptionId, stripe);
    if (!subscription) throw new StripeCallError("refused", "subscription_ended", null, null);
    await addCoupon({ subscriptionId, couponId, keep: subscription.discountIds, idempotencyKey }, stripe);
    return couponId;
  },
  // The discount is gone once an invoice used it; the coupon remembers.
  lookUp: async ({ request: { couponId } }, stripe) => ((await countCouponUses(couponId, stripe)) ? couponId : null),
};
