import { disputeEffect, type DisputeState } from "./dispute-state";
import type { RefundStatus } from "./refund-status";

/** Refunds of which nobody said how much: whatever is left of the payment. */
export const REST_OF_PAYMENT = 2n ** 62n;

/** ISO 4217 for "no currency": of a refund that came before its sale and named none, which is in whatever the sale is. */
export const OF_THE_SALE = "XXX";

/** A refund in another currency than its payment, told before anybody could know, takes nothing back (M7). */
export function isOfCurrency(fact: { currency: string }, currency: string): boolean {
  return fact.currency === currency || fact.currency === OF_THE_SALE;
}

export interface RefundFact {
  amountMinor: bigint;
  status: RefundStatus;
  /** `refund`, `chargeback`, `cancel`, or `credit_note` for the part of a note that no refund stands for (M9). */
  kind: string;
}

export interface DisputeFact extends DisputeState {
  amountMinor: bigint;
}

/** Why a payment is worth less than it was, in the reason codes of rewards. */
export type TakenBackCause = "refund_full" | "refund_partial" | "dispute_lost";

export interface TakenBack {
  /** Refunds and lost disputes together, at most what was paid (M9). Minor units. */
  takenBackMinor: bigint;
  cause: TakenBackCause | null;
  /** A dispute is open: nothing may leave the house (M8). */
  disputeOpen: boolean;
}

/** What is left to be undone of a payment: a pure sum over the facts, the same in any order (M4, M6, M8, M9). */
export function takenBackOf(paidMinor: bigint, refunds: readonly RefundFact[], disputes: readonly DisputeFact[]): TakenBack {
  const counted = refunds.filter(({ status }) => status === "succeeded");
  const effects = disputes.map((dispute) => ({ amountMinor: dispute.amountMinor, effect: disputeEffect(dispute) }));
  const lost = effects.filter(({ effect }) => effect === "taken");
  const total = sum(counted) + sum(lost);
  const takenBackMinor = total < paidMinor ? total : paidMinor;
  const disputed = lost.length > 0 || counted.some(({ kind }) => kind === "chargeback");
  return {
    takenBackMinor,
    cause: takenBackMinor === 0n ? null : disputed ? "dispute_lost" : takenBackMinor === paidMinor ? "refund_full" : "refund_partial",
    disputeOpen: effects.some(({ effect }) => effect === "open"),
  };
}

function sum(facts: readonly { amountMinor: bigint }[]): bigint {
  return facts.reduce((total, { amountMinor }) => total + amountMinor, 0n);
}
