import type { Benefit } from "~/programs/program-rules";

export interface FriendCoupon {
  /** Named by what it gives: a new version with the same offer needs no new coupon, another offer never changes an old one. */
  key: string;
  off: { amountMinor: bigint; currency: string } | { basisPoints: number };
}

/** The coupon behind a program's offer to friends; null when there is no offer. */
export function friendCoupon(programId: string, offer: Benefit, currency: string): FriendCoupon | null {
  switch (offer.kind) {
    case "flat":
      return {
        key: `friend_${programId}_${offer.amountMinor}${currency}`,
        off: { amountMinor: offer.amountMinor, currency },
      };
    case "percent":
      return { key: `friend_${programId}_${offer.basisPoints}bp`, off: { basisPoints: offer.basisPoints } };
    case "none":
      return null;
  }
}
