import { newId } from "../identifiers";
import { newDiscount } from "../objects/discounts";
import type { Coupon, Discount, PromotionCode } from "../objects/discounts";
import { addInterval } from "../clock";
import type { Sandbox } from "../sandbox";

export type CodeRefusal =
  | "unknown"
  | "inactive"
  | "expired"
  | "used_up"
  | "not_first"
  | "other_customer"
  | "minimum"
  | "other_currency";

export interface Purchase {
  customer: string | null;
  currency: string;
  subtotal: number;
}

export interface DiscountOwner {
  customer: string | null;
  subscription?: string;
  checkout_session?: string;
}

/** The active code of these letters in any case, or why it cannot be used for this purchase. */
export function findCode(sandbox: Sandbox, letters: string, purchase: Purchase): PromotionCode | CodeRefusal {
  const wanted = letters.trim().toLowerCase();
  const same = sandbox.tables.promotionCodes.all().filter((code) => code.code.toLowerCase() === wanted);
  const active = same.find((code) => code.active) ?? same.at(-1);
  if (!active) return "unknown";
  return refusalOf(sandbox, active, purchase) ?? active;
}

export function refusalOf(sandbox: Sandbox, code: PromotionCode, purchase: Purchase): CodeRefusal | null {
  const now = sandbox.now();
  if (code.expires_at !== null && code.expires_at <= now) return "expired";
  if (code.max_redemptions !== null && code.times_redeemed >= code.max_redemptions) return "used_up";
  if (!code.active) return "inactive";
  if (code.customer !== null && code.customer !== purchase.customer) return "other_customer";
  const { first_time_transaction: firstOnly, ...restricted } = code.restrictions;
  if (firstOnly && purchase.customer && hasPaidBefore(sandbox, purchase.customer)) return "not_first";
  if (restricted.minimum_amount !== null) {
    if (restricted.minimum_amount_currency !== purchase.currency) return "other_currency";
    // Counted before the discount.
    if (purchase.subtotal < restricted.minimum_amount) return "minimum";
  }
  const coupon = sandbox.tables.coupons.find(code.promotion.coupon);
  return coupon ? couponRefusal(sandbox, coupon, purchase.currency) : "inactive";
}

export function couponRefusal(sandbox: Sandbox, coupon: Coupon, currency: string): CodeRefusal | null {
  if (coupon.redeem_by !== null && coupon.redeem_by <= sandbox.now()) return "expired";
  if (coupon.max_redemptions !== null && coupon.times_redeemed >= coupon.max_redemptions) return "used_up";
  if (coupon.currency !== null && coupon.currency !== currency) return "other_currency";
  return null;
}

/** Counts one use and makes the discount object that invoices and subscriptions point to. */
export function redeem(
  sandbox: Sandbox,
  use: { coupon: string; promotionCode: string | null },
  owner: DiscountOwner,
): Discount {
  const { tables } = sandbox;
  const coupon = tables.coupons.get(use.coupon, "coupon");
  const uses = coupon.times_redeemed + 1;
  const usedUp = coupon.max_redemptions !== null && uses >= coupon.max_redemptions;
  tables.coupons.update(coupon.id, { times_redeemed: uses, valid: coupon.valid && !usedUp });
  if (use.promotionCode) countCodeUse(sandbox, use.promotionCode);
  const start = sandbox.now();
  const months = coupon.duration === "repeating" ? coupon.duration_in_months ?? 1 : null;
  return tables.discounts.insert(
    newDiscount({
      id: newId("di_", 24),
      start,
      end: months === null ? null : addInterval(start, "month", months),
      promotion_code: use.promotionCode,
      source: { coupon: coupon.id, type: "coupon" },
      ...owner,
    }),
  );
}

/** Stripe turns a code off once its last use is gone or its day has passed. */
export function closeCode(sandbox: Sandbox, id: string, patch: Partial<PromotionCode> = {}): void {
  const before = sandbox.tables.promotionCodes.get(id);
  const after = sandbox.tables.promotionCodes.update(id, { active: false, ...patch });
  sandbox.emit("promotion_code.updated", after, { before });
}

function countCodeUse(sandbox: Sandbox, id: string): void {
  const code = sandbox.tables.promotionCodes.get(id);
  const times_redeemed = code.times_redeemed + 1;
  if (code.max_redemptions !== null && times_redeemed >= code.max_redemptions) {
    closeCode(sandbox, id, { times_redeemed });
    return;
  }
  const after = sandbox.tables.promotionCodes.update(id, { times_redeemed });
  sandbox.emit("promotion_code.updated", after, { before: code });
}

function hasPaidBefore({ tables }: Sandbox, customer: string): boolean {
  return (
    tables.charges.where("customer", customer).some((charge) => charge.status === "succeeded") ||
    tables.invoices.where("customer", customer).some((invoice) => invoice.status === "paid")
  );
}
