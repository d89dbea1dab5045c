import type { RefundStatus } from "~/commerce/refund-status";
import { isOfCurrency, takenBackOf, type DisputeFact, type RefundFact } from "~/commerce/taken-back";
import type { TakenBackStep } from "./replay-moments";

/** A refund or a dispute as it was heard of. */
export interface Setback {
  /** Of a refund; a dispute has none. */
  kind: string | null;
  /** A dispute's, or a refund's. */
  status: string;
  fundsWithdrawn: boolean;
  amountMinor: bigint;
  currency: string;
  recordedAt: Date;
  rank: string;
}

/**
 * What was taken back of a payment after each refund and dispute, in the order in which they were heard of (M4, M9).
 * @param setbacks oldest first
 */
export function takenBackSteps(payment: { paidMinor: bigint; currency: string }, setbacks: readonly Setback[]): TakenBackStep[] {
  const refunds: RefundFact[] = [];
  const disputes: DisputeFact[] = [];
  const steps: TakenBackStep[] = [];
  for (const setback of setbacks) {
    const { kind, status, amountMinor, fundsWithdrawn, recordedAt: at, rank } = setback;
    if (kind === null) disputes.push({ status, amountMinor, fundsWithdrawn });
    else if (isOfCurrency(setback, payment.currency)) refunds.push({ kind, status: status as RefundStatus, amountMinor });
    const { takenBackMinor } = takenBackOf(payment.paidMinor, refunds, disputes);
    if (takenBackMinor !== (steps.at(-1)?.takenBackMinor ?? 0n)) steps.push({ at, rank, takenBackMinor });
  }
  return steps;
}
