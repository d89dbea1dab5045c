import { shareOf } from "~/platform/money";

/** What somebody gets: an amount, a share in basis points (1000 = 10 %), or nothing. */
export type Benefit =
  { kind: "flat"; amountMinor: bigint } | { kind: "percent"; basisPoints: number } | { kind: "none" };

/** What a benefit is worth on `baseMinor` (paid, without tax: W4), in minor units; rounded half up (W5). */
export function worthOf(benefit: Benefit, baseMinor: bigint): bigint {
  switch (benefit.kind) {
    case "flat":
      return benefit.amountMinor;
    case "percent":
      return shareOf(baseMinor, benefit.basisPoints);
    case "none":
      return 0n;
  }
}

/** What a discount takes off a basket: never more than the basket. */
export function discountOf(benefit: Benefit, basketMinor: bigint): bigint {
  const worth = worthOf(benefit, basketMinor);
  return worth < basketMinor ? worth : basketMinor;
}
