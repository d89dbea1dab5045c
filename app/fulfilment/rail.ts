import { donationDue, FREE_MONTH_ISSUED, GIFT_ISSUED, OWN_PAYOUT_ISSUED, POINTS_ISSUED, PROMOTION_CODE_ISSUED, STRIPE_CREDIT_ISSUED, TRANSFER_ISSUED } from "~/ledger/chart-of-accounts";
import type { StripeClient } from "~/platform/gateways/stripe.server";
import type { InstructionRequest, Rail } from "./instruction-request";
import type { ReversalRequest } from "./reversal-request";

/** One intent as it was committed before the call. */
export interface Order<Name extends Rail = Rail> {
  instructionId: string;
  rewardId: string;
  /** Where the reward stands in the book. */
  account: string;
  idempotencyKey: string;
  amountMinor: bigint;
  currency: string;
  request: Extract<InstructionRequest, { rail: Name }>;
  /** What the effect bears, so that it is found again. */
  mark: string;
}

/** What was handed over, as it may be taken back. */
export interface Given<Name extends Rail = Rail> {
  request: Extract<InstructionRequest, { rail: Name }>;
  /** The provider's name for the effect. */
  providerRef: string;
  amountMinor: bigint;
  currency: string;
  description: string;
}

/** One intent to take something back, as it was committed before the call. */
export interface Reversal<Name extends Rail = Rail> {
  id: string;
  rewardId: string;
  idempotencyKey: string;
  amountMinor: bigint;
  currency: string;
  request: Extract<ReversalRequest, { rail: Name }>;
}

/** What can be taken back: how much at most, and the words of doing it. */
export interface Reach<Name extends Rail = Rail> {
  amountMinor: bigint;
  request: Extract<ReversalRequest, { rail: Name }>;
}

/** What came back, under the provider's name for it; less than was asked for, or 0, where it was used meanwhile. */
export interface TakenBack {
  ref: string;
  amountMinor: bigint;
}

/** A way out of the house, and back (F30). Every call throws `StripeCallError` and nothing else. */
export interface RailCalls<Name extends Rail> {
  /** Does it, under the stored key. @returns the provider's name for the effect */
  act(order: Order<Name>, stripe?: StripeClient): Promise<string>;
  /** Whether an earlier, broken call had its effect after all (F33). */
  lookUp(order: Order<Name>, stripe?: StripeClient): Promise<string | null>;
  /** What the provider could take back now; null when nothing. */
  reach(given: Given<Name>, stripe?: StripeClient): Promise<Reach<Name> | null>;
  /** Takes it back, under the stored key. */
  reverse(reversal: Reversal<Name>, stripe?: StripeClient): Promise<TakenBack>;
  /** What an earlier, broken reversal took back after all (F33). */
  lookUpReversal(reversal: Reversal<Name>, stripe?: StripeClient): Promise<TakenBack | null>;
}

/** The metadata key under which every effect of ours can be found again. */
export const INSTRUCTION_KEY = "vouch_instruction";
/** The same for what takes an effect back. */
export const REVERSAL_KEY = "vouch_reversal";
/** And for what of that was given back at once. */
export const REVERSAL_BACK_KEY = "vouch_reversal_back";

/** What an intent's effect bears: the instruction's name at first, and its key where an earlier one was refused or came back. */
export function markOf({ id, idempotencyKey }: { id: string; idempotencyKey: string }): string {
  return idempotencyKey === `${id}-1` ? id : idempotencyKey;
}

/** The account on which the book says that something has left the house that way. */
export function issuedAccount(request: InstructionRequest): string {
  return request.rail === "donation" ? donationDue(request.causeId ?? "nobody") : ISSUED_ACCOUNT[request.rail];
}

const ISSUED_ACCOUNT: Record<Exclude<InstructionRequest["rail"], "donation">, string> = {
  stripe_balance: STRIPE_CREDIT_ISSUED,
  promotion_code: PROMOTION_CODE_ISSUED,
  transfer: TRANSFER_ISSUED,
  free_month: FREE_MONTH_ISSUED,
  gift: GIFT_ISSUED,
  points: POINTS_ISSUED,
  own_payout: OWN_PAYOUT_ISSUED,
};
