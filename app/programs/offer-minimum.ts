import { currencyDigits } from "~/platform/money";
import type { ProgramRules } from "./program-rules";

/**
 * The smallest order a friend's discount is given on, before the discount and in whole units of the currency: what is
 * then paid is never below the smallest purchase the champion is thanked for (W3). 0 is any order.
 */
export function offerMinimum({
  friendOffer,
  minimumPurchaseMinor,
  currency,
}: Pick<ProgramRules, "friendOffer" | "minimumPurchaseMinor" | "currency">): bigint {
  if (minimumPurchaseMinor === 0n) return 0n;
  const unit = currencyDigits(currency) === 0 ? 1n : 100n;
  return roundUp(beforeDiscount(friendOffer, minimumPurchaseMinor), unit);
}

function beforeDiscount(offer: ProgramRules["friendOffer"], paidMinor: bigint): bigint {
  switch (offer.kind) {
    case "flat":
      return paidMinor + offer.amountMinor;
    case "percent": {
      const left = BigInt(10_000 - offer.basisPoints);
      return left === 0n ? paidMinor : roundUp(paidMinor * 10_000n, left) / left;
    }
    case "none":
      return paidMinor;
  }
}

function roundUp(amount: bigint, step: bigint): bigint {
  return ((amount + step - 1n) / step) * step;
}
