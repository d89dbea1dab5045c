import { donationDue, FREE_MONTH_ISSUED, GIFT_ISSUED, OWN_PAYOUT_ISSUED, PROMOTION_CODE_ISSUED, STRIPE_CREDIT_ISSUED, TRANSFER_ISSUED } from "~/ledger/chart-of-accounts";
import type { StripeClient } from "~/platform/gateways/stripe.server";
import type { InstructionRequest, Rail } from "./instruction-request";

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
}

/** A way out of the house (F30). Both calls throw `StripeCallError` and nothing else. */
export interface RailCalls<Name extends Rail> {
  /** Does it, under the stored key. @returns the provider's name for the effect */
  act(order: Order<Name>, stripe?: StripeClient): Promise<string>;
  /** Whether an earlier, broken call had its effect after all (F33). */
  lookUp(order: Order<Name>, stripe?: StripeClient): Promise<string | null>;
}

/** The metadata key under which every effect of ours can be found again. */
export const INSTRUCTION_KEY = "vouch_instruction";

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
  own_payout: OWN_PAYOUT_ISSUED,
};
