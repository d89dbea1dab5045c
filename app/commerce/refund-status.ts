/** Where a refund stands. It moves only up this ladder, so that a late or repeated message changes nothing (M6). */
export type RefundStatus = "pending" | "succeeded" | "canceled" | "failed";

const LADDER: readonly RefundStatus[] = ["pending", "succeeded", "canceled", "failed"];

/** Stripe's word for it; a word we do not know yet takes nothing back until it says more. */
export function refundStatusOf(stripeStatus: string | null | undefined): RefundStatus {
  switch (stripeStatus) {
    case "succeeded":
    case "failed":
    case "canceled":
      return stripeStatus;
    default:
      return "pending";
  }
}

/** The higher of two: a refund that failed after it succeeded has failed. */
export function higherRefundStatus(a: RefundStatus, b: RefundStatus): RefundStatus {
  return LADDER.indexOf(a) >= LADDER.indexOf(b) ? a : b;
}
