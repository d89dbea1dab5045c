import { balanceOf } from "~/ledger/balance-of.server";
import type { Tx } from "~/platform/db.server";
import { randomSecret } from "~/platform/secrets.server";
import type { CreditTarget } from "./credit-target.server";
import { creditText } from "./credit-text";
import { isByHand, type InstructionRequest } from "./instruction-request";
import {
  lockInstruction,
  sumInTransit,
  updateInstruction,
  type InstructionRow,
} from "./instruction-store.server";
import { payoutAmount, receivableOf } from "./payout-amount";
import { personalCodeText } from "./personal-code-text.server";
import { markOf, type Order } from "./rail";

export interface ClaimInput {
  instructionId: string;
  /** The reward as it stands now, under its lock (W16). */
  reward: { status: string; dueMinor: bigint; otherUnsentMinor: bigint };
  target: CreditTarget;
  now: Date;
}

export type Claim =
  /** Nothing to do: it is done, or the reward is no longer payable. */
  | { kind: "nothing" }
  /** An older receivable swallowed all of it: nothing leaves the house (M12). `leftMinor` of it is still open. */
  | { kind: "netted"; settledMinor: bigint; leftMinor: bigint }
  | {
      kind: "call";
      order: Order;
      claimToken: string;
      triedBefore: boolean;
      first: boolean;
      settledMinor: bigint;
    };

/**
 * Claims an instruction for this worker. What is new is computed from present facts and committed, key, amount and
 * words, before any call (F32, I32); what was sent before keeps its words, whatever happened since.
 */
export async function claimInstruction(
  tx: Tx,
  { instructionId, reward, target, now }: ClaimInput,
): Promise<Claim> {
  const instruction = await lockInstruction(tx, instructionId);
  if (!instruction) return { kind: "nothing" };
  const claimToken = randomSecret(16);
  const attempts = instruction.attempts + 1;
  if (instruction.status === "sent" || instruction.status === "unknown") {
    await updateInstruction(tx, instruction.id, { claimToken, attempts });
    return { ...call(instruction, instruction), claimToken, triedBefore: true, first: false };
  }
  if (instruction.status !== "intended") return { kind: "nothing" };
  if (reward.status !== "payable") {
    await updateInstruction(tx, instruction.id, { status: "cancelled", nextTryAt: null });
    return { kind: "nothing" };
  }
  const { account, currency } = instruction;
  const facts = {
    dueMinor: reward.dueMinor,
    balanceMinor: await balanceOf(tx, account, currency),
    otherUnsentMinor: reward.otherUnsentMinor,
    otherInTransitMinor: await sumInTransit(tx, { account, currency, exceptId: instruction.id }),
  };
  const payout = payoutAmount(facts);
  if (payout.amountMinor === 0n) {
    await updateInstruction(tx, instruction.id, {
      ...payout,
      status: "confirmed",
      confirmedAt: now,
      nextTryAt: null,
    });
    return { kind: "netted", settledMinor: reward.dueMinor, leftMinor: receivableOf(facts) - reward.dueMinor };
  }
  const request = requestFor(instruction, target, payout.nettedMinor === 0n);
  await updateInstruction(tx, instruction.id, {
    ...payout,
    request,
    status: "sent",
    claimToken,
    attempts,
    firstSentAt: now,
    nextTryAt: null,
    error: null,
  });
  return { ...call(instruction, { ...payout, request }), claimToken, triedBefore: false, first: true };
}

type Words = Pick<InstructionRow, "amountMinor" | "nettedMinor" | "request">;

function call(
  { id, rewardId, account, idempotencyKey, currency }: InstructionRow,
  { amountMinor, nettedMinor, request }: Words,
) {
  if (!request || isByHand(request)) throw new Error(`instruction ${id} is nothing to send`);
  const order: Order = { instructionId: id, rewardId, account, idempotencyKey, amountMinor, currency, request, mark: markOf({ id, idempotencyKey }) };
  return { kind: "call" as const, order, settledMinor: amountMinor + nettedMinor };
}

function requestFor(
  { id, rail, idempotencyKey }: InstructionRow,
  { side, locale, stripeCustomerId, payoutAccountId, subscriptionId }: CreditTarget,
  whole: boolean,
): InstructionRequest {
  if (rail === "transfer" && payoutAccountId) return { rail, accountId: payoutAccountId, description: creditText(side, locale) };
  const coupon = { couponId: `vouch_${idempotencyKey}`, couponName: creditText(side, locale) };
  if (rail === "free_month" && subscriptionId) return { rail, subscriptionId, ...coupon, whole };
  if (rail === "promotion_code") {
    return {
      rail,
      code: personalCodeText("thanks", locale),
      ...coupon,
      customerId: stripeCustomerId,
    };
  }
  if (rail !== "stripe_balance" || !stripeCustomerId) throw new Error(`instruction ${id} was claimed without a customer to credit`);
  return { rail: "stripe_balance", customerId: stripeCustomerId, description: creditText(side, locale) };
}
