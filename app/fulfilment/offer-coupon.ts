import type { Benefit } from "~/programs/benefit";

export interface OfferCoupon {
  /** Named by what it gives: a new version with the same offer needs no new coupon, another offer never changes an old one. */
  key: string;
  off: { amountMinor: bigint; currency: string } | { basisPoints: number };
}

/** The coupon behind a program's offer to friends, or behind the champion's own; null when there is no offer. */
export function offerCoupon(
  whose: "friend" | "own",
  programId: string,
  offer: Benefit,
  currency: string,
): OfferCoupon | null {
  switch (offer.kind) {
    case "flat":
      return {
        key: `${whose}_${programId}_${offer.amountMinor}${currency}`,
        off: { amountMinor: offer.amountMinor, currency },
      };
    case "percent":
      return { key: `${whose}_${programId}_${offer.basisPoints}bp`, off: { basisPoints: offer.basisPoints } };
    case "none":
      return null;
  }
}
