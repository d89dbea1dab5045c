import type { Metadata, StripeObject } from "./stripe-object";

export interface Coupon extends StripeObject {
  amount_off: number | null;
  created: number;
  currency: string | null;
  duration: string;
  duration_in_months: number | null;
  max_redemptions: number | null;
  metadata: Metadata;
  name: string | null;
  percent_off: number | null;
  redeem_by: number | null;
  times_redeemed: number;
  valid: boolean;
}

export interface PromotionCode extends StripeObject {
  active: boolean;
  code: string;
  created: number;
  customer: string | null;
  expires_at: number | null;
  max_redemptions: number | null;
  metadata: Metadata;
  promotion: { type: "coupon"; coupon: string };
  restrictions: {
    first_time_transaction: boolean;
    minimum_amount: number | null;
    minimum_amount_currency: string | null;
  };
  times_redeemed: number;
}

export interface Discount extends StripeObject {
  end: number | null;
  promotion_code: string | null;
  source: { coupon: string; type: "coupon" };
  start: number;
}

export function newCoupon(input: Partial<Coupon> & { id: string; created: number }): Coupon {
  return {
    object: "coupon",
    amount_off: null,
    currency: null,
    duration: "once",
    duration_in_months: null,
    livemode: false,
    max_redemptions: null,
    metadata: {},
    name: null,
    percent_off: null,
    redeem_by: null,
    times_redeemed: 0,
    valid: true,
    ...input,
  };
}

type PromotionCodeInput = Partial<PromotionCode> & {
  id: string;
  code: string;
  created: number;
  promotion: PromotionCode["promotion"];
};

export function newPromotionCode(input: PromotionCodeInput): PromotionCode {
  return {
    object: "promotion_code",
    active: true,
    customer: null,
    customer_account: null,
    expires_at: null,
    livemode: false,
    max_redemptions: null,
    metadata: {},
    restrictions: { first_time_transaction: false, minimum_amount: null, minimum_amount_currency: null },
    times_redeemed: 0,
    ...input,
  };
}

export function newDiscount(
  input: Partial<Discount> & { id: string; start: number; source: Discount["source"] },
): Discount {
  return {
    object: "discount",
    checkout_session: null,
    customer: null,
    customer_account: null,
    end: null,
    invoice: null,
    invoice_item: null,
    promotion_code: null,
    subscription: null,
    subscription_item: null,
    ...input,
  };
}
