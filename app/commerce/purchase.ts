/** One kind of thing in a basket. Amounts in minor units, after discounts, without tax. */
export interface PurchaseLineFacts {
  group: string;
  quantity: number;
  netMinor: bigint;
  taxMinor: bigint;
}

/** A payment that was really made (W3), as far as it is known; amounts in minor units. */
export interface PurchaseFacts {
  /** `in_…` when an invoice was paid, else `pi_…` (M10), or `api:<invoice>` for a sale told through the API. */
  key: string;
  paymentIntentId: string | null;
  invoiceId: string | null;
  checkoutSessionId: string | null;
  subscriptionId: string | null;
  occurredAt: Date;
  /** When the provider lets us have the money (W9); null when it has not told. */
  settlesAt: Date | null;
  currency: string;
  paidMinor: bigint;
  /** The tax inside what was paid. */
  taxMinor: bigint;
  /** Without its tax. */
  shippingMinor: bigint;
  discountMinor: bigint;
  clickTokens: string[];
  codes: string[];
  programHint: string | null;
  /** False as long as only the shop told of it. */
  byProvider: boolean;
  lines: PurchaseLineFacts[];
}

/** W4: what was actually paid, without tax and shipping; of a part-paid bill both count in proportion. Minor units. */
export function rewardBase(purchase: { paidMinor: bigint; taxMinor: bigint; shippingMinor: bigint }): bigint {
  const base = purchase.paidMinor - purchase.taxMinor - purchase.shippingMinor;
  return base > 0n ? base : 0n;
}

/**
 * What two tellings of one payment say together, whichever came first: the earliest moment, the larger amounts of
 * detail, every token and code. An invoice names the payment; a payment intent alone names it only without one. What was
 * paid, the provider knows better than the shop (M10).
 */
export function mergePurchase(known: PurchaseFacts, told: PurchaseFacts): PurchaseFacts {
  const invoiced = [told, known].find((one) => one.invoiceId !== null) ?? told;
  const byProvider = known.byProvider || told.byProvider;
  const best = [invoiced, told, known].filter((one) => one.byProvider === byProvider);
  // The telling with lines was read from the bill or the basket; a bare payment knows no tax and no discount.
  const detailed = best.find((one) => one.lines.length > 0) ?? best[0] ?? invoiced;
  return {
    key: invoiced.key,
    paymentIntentId: known.paymentIntentId ?? told.paymentIntentId,
    invoiceId: known.invoiceId ?? told.invoiceId,
    checkoutSessionId: known.checkoutSessionId ?? told.checkoutSessionId,
    subscriptionId: known.subscriptionId ?? told.subscriptionId,
    occurredAt: known.occurredAt <= told.occurredAt ? known.occurredAt : told.occurredAt,
    settlesAt: later(known.settlesAt, told.settlesAt),
    currency: detailed.currency,
    paidMinor: detailed.paidMinor,
    taxMinor: detailed.taxMinor,
    shippingMinor: detailed.shippingMinor,
    discountMinor: detailed.discountMinor,
    clickTokens: union(known.clickTokens, told.clickTokens),
    codes: union(known.codes, told.codes),
    programHint: known.programHint ?? told.programHint,
    byProvider,
    lines: detailed.lines,
  };
}

function later(a: Date | null, b: Date | null): Date | null {
  return a && b ? (a > b ? a : b) : a ?? b;
}

// Sorted, so that the same two lists give the same third in either order; which token came first its time tells.
function union(a: readonly string[], b: readonly string[]): string[] {
  const all = [...new Set([...a, ...b])];
  return all.length === a.length ? [...a] : all.length === b.length ? [...b] : all.sort();
}
