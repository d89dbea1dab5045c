import type { TaxRate } from "../objects/catalogue";
import type { Coupon } from "../objects/discounts";
import type { InvoiceTax } from "../objects/invoice";

export interface LineInput {
  unitAmount: number;
  quantity: number;
  product: string;
  taxRates: TaxRate[];
}

export interface AppliedCoupon {
  /** The discount's id, or the coupon's while no discount exists yet. */
  discount: string;
  coupon: Coupon;
  /** `null` without a restriction to products. */
  products: string[] | null;
}

/** `total` = subtotal - discount + exclusive tax; inclusive tax is inside the subtotal. */
export interface PricedLine {
  subtotal: number;
  discounts: { discount: string; amount: number }[];
  discountTotal: number;
  taxes: InvoiceTax[];
  tax: number;
  total: number;
}

/** Prices lines in minor units as Stripe does: discounts first, then tax per line on what is left, rounded per line. */
export function priceLines(lines: readonly LineInput[], coupons: readonly AppliedCoupon[]): PricedLine[] {
  const left = lines.map((line) => line.unitAmount * line.quantity);
  const shares = coupons.map(({ discount, coupon, products }) => {
    const base = lines.map((line, index) =>
      products && !products.includes(line.product) ? 0 : Math.max(0, left[index] ?? 0),
    );
    const amounts = shareOut(coupon, base);
    amounts.forEach((amount, index) => (left[index] = (left[index] ?? 0) - amount));
    return { discount, amounts };
  });
  return lines.map((line, index) => {
    const subtotal = line.unitAmount * line.quantity;
    const net = left[index] ?? 0;
    const discounts = shares
      .map(({ discount, amounts }) => ({ discount, amount: amounts[index] ?? 0 }))
      .filter(({ amount }) => amount > 0);
    const taxes = line.taxRates.map((rate) => taxOn(net, rate));
    const exclusive = taxes.filter((tax) => tax.tax_behavior === "exclusive");
    return {
      subtotal,
      discounts,
      discountTotal: subtotal - net,
      taxes,
      tax: sum(taxes.map((tax) => tax.amount)),
      total: net + sum(exclusive.map((tax) => tax.amount)),
    };
  });
}

export function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}

/** A percentage counts per line; an amount is spread by weight, the rounding lands on the last line that has one. */
function shareOut(coupon: Coupon, base: readonly number[]): number[] {
  const { percent_off: percent, amount_off: amountOff } = coupon;
  if (percent !== null) return base.map((amount) => Math.round((amount * percent) / 100));
  const total = sum(base);
  const discount = Math.min(amountOff ?? 0, total);
  if (discount === 0) return base.map(() => 0);
  const shares = base.map((amount) => Math.floor((discount * amount) / total));
  const last = base.findLastIndex((amount) => amount > 0);
  return shares.map((share, index) => (index === last ? share + discount - sum(shares) : share));
}

function taxOn(net: number, rate: TaxRate): InvoiceTax {
  const share = rate.inclusive ? rate.percentage / (100 + rate.percentage) : rate.percentage / 100;
  const amount = Math.round(net * share);
  return {
    amount,
    tax_behavior: rate.inclusive ? "inclusive" : "exclusive",
    tax_rate_details: { tax_rate: rate.id },
    taxability_reason: "standard_rated",
    taxable_amount: rate.inclusive ? net - amount : net,
    type: "tax_rate_details",
  };
}
