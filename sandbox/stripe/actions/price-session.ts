import type { CheckoutSession, SessionDraft } from "../objects/checkout-session";
import type { StripeObject } from "../objects/stripe-object";
import type { Sandbox } from "../sandbox";
import { priceLines, sum } from "./price-lines";
import type { AppliedCoupon, PricedLine } from "./price-lines";

/** The session with its amounts worked out from its lines, shipping and discount. */
export function priceSession(
  sandbox: Sandbox,
  session: CheckoutSession,
  draft: SessionDraft,
): CheckoutSession {
  const priced = pricedLines(sandbox, session, draft);
  const shipping = draft.shippingAmount;
  return {
    ...session,
    amount_subtotal: sum(priced.map((line) => line.subtotal)),
    amount_total: sum(priced.map((line) => line.total)) + shipping,
    total_details: {
      amount_discount: sum(priced.map((line) => line.discountTotal)),
      amount_shipping: shipping,
      amount_tax: sum(priced.map((line) => line.tax)),
    },
    shipping_cost:
      draft.shippingName === null
        ? null
        : { amount_subtotal: shipping, amount_tax: 0, amount_total: shipping, shipping_rate: null },
  };
}

/** The session's lines as `line_items` shows them. */
export function sessionLineItems(sandbox: Sandbox, id: string): StripeObject[] {
  const session = sandbox.tables.sessions.get(id);
  const draft = sandbox.tables.sessionDrafts.get(id);
  const priced = pricedLines(sandbox, session, draft);
  return draft.lines.map((line, index) => {
    const price = sandbox.tables.prices.get(line.price);
    const amounts = priced[index];
    return {
      id: line.id,
      object: "item",
      adjustable_quantity: null,
      amount_discount: amounts?.discountTotal ?? 0,
      amount_subtotal: amounts?.subtotal ?? 0,
      amount_tax: amounts?.tax ?? 0,
      amount_total: amounts?.total ?? 0,
      currency: price.currency,
      description: line.description,
      metadata: {},
      price,
      quantity: line.quantity,
    };
  });
}

export function appliedCoupons(sandbox: Sandbox, session: CheckoutSession): AppliedCoupon[] {
  const { tables } = sandbox;
  return session.discounts.flatMap(({ coupon, promotion_code: code }): AppliedCoupon[] => {
    const id = coupon ?? tables.promotionCodes.find(code)?.promotion.coupon;
    const found = tables.coupons.find(id);
    return found ? [{ discount: found.id, coupon: found, products: productsOf(found) }] : [];
  });
}

export function productsOf(coupon: StripeObject): string[] | null {
  const appliesTo = coupon.applies_to as { products: string[] } | undefined;
  return appliesTo?.products ?? null;
}

function pricedLines(sandbox: Sandbox, session: CheckoutSession, draft: SessionDraft): PricedLine[] {
  const { tables } = sandbox;
  const inputs = draft.lines.map((line) => {
    const price = tables.prices.get(line.price);
    const trial = draft.subscriptionData.trialDays !== null && price.recurring !== null;
    return {
      unitAmount: trial ? 0 : price.unit_amount,
      quantity: line.quantity,
      product: price.product,
      taxRates: line.taxRates.map((id) => tables.taxRates.get(id)),
    };
  });
  return priceLines(inputs, appliedCoupons(sandbox, session));
}
