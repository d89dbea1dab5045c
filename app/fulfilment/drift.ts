/** What may differ between Stripe and what we know (M18). */
export type DriftKind =
  | "credit_missing" | "credit_differs" | "credit_unknown" | "credit_twice" | "code_missing" | "code_differs" | "month_missing" | "transfer_missing" | "transfer_differs" | "transfer_unknown" | "transfer_twice"
  | "return_missing" | "return_differs" | "return_unknown" | "transfer_returned" | "payout_failed"
  | "refund_unheard" | "refund_differs" | "refund_gone" | "dispute_unheard" | "dispute_differs" | "dispute_gone";

const THINGS = ["credit", "code", "month", "transfer_returned", "transfer", "return", "payout_failed", "refund", "dispute"] as const;

/** What Stripe told rather than a comparison found: it stays until a person has dealt with it. */
const TOLD: readonly string[] = ["transfer_returned", "payout_failed"] satisfies DriftKind[];
export const isTold = (kind: string): boolean => TOLD.includes(kind);

/** What kind of thing differs. */
export function thingOf(kind: DriftKind): (typeof THINGS)[number] {
  return THINGS.find((thing) => kind.startsWith(thing)) ?? "credit";
}

export interface FoundDrift {
  kind: DriftKind;
  /** Stripe's name of the thing, or ours where Stripe has none. */
  object: string;
  rewardId: string | null;
  /** What each side says: amount in minor units, currency, state. Null where it knows nothing of it. */
  ours: string | null;
  theirs: string | null;
}
