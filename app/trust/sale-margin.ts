/** What was paid for, in minor units: all in, the tax and shipping inside it, and the discount that was given. */
export interface SaleAmounts {
  paidMinor: bigint;
  taxMinor: bigint;
  shippingMinor: bigint;
  discountMinor: bigint;
}

/**
 * R20: whether discount and reward together are more than the company keeps of the order at its full price.
 * @param marginPercent what it keeps, without tax and shipping; null where the company said nothing, and so does this
 */
export function costsMoreThanItBrings(
  { paidMinor, taxMinor, shippingMinor, discountMinor }: SaleAmounts,
  rewardMinor: bigint,
  marginPercent: number | null,
): boolean | null {
  if (marginPercent === null) return null;
  const fullMinor = paidMinor - taxMinor - shippingMinor + discountMinor;
  return (discountMinor + rewardMinor) * 100n > fullMinor * BigInt(marginPercent);
}
