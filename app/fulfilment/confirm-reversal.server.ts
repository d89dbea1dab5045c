import { RETURN_KIND } from "~/ledger/chart-of-accounts";
import { postTransaction } from "~/ledger/post-transaction.server";
import type { EntryInput } from "~/ledger/transaction-input";
import type { Tx } from "~/platform/db.server";
import type { StripeCallError } from "~/platform/gateways/stripe.server";
import { lockInstructionOfReward, updateInstruction, type InstructionRow } from "./instruction-store.server";
import { issuedAccount, type TakenBack } from "./rail";
import type { ReversalClaim } from "./claim-reversal.server";
import { settleReversal, sumReturned } from "./reversal-store.server";

/**
 * The provider took something back: the reversal is done and the book says so, once. Where it was used meanwhile nothing
 * came back, and it stays owed.
 * @returns whether all that left came back by now; null when another worker's claim stands (I34), or nothing came back
 */
export async function confirmReversal(
  tx: Tx,
  { reversal, claimToken, taken, now }: Omit<ReversalClaim, "triedBefore"> & { taken: TakenBack; now: Date },
): Promise<{ whole: boolean } | null> {
  const { id, rewardId } = reversal;
  const { ref: providerRef, amountMinor } = taken;
  if (amountMinor === 0n) {
    await settleReversal(tx, id, claimToken, { status: "failed", error: "used_meanwhile", providerRef });
    return null;
  }
  const done = { status: "confirmed", amountMinor, providerRef, confirmedAt: now, error: null } as const;
  if (!(await settleReversal(tx, id, claimToken, done))) return null;
  const instruction = await lockInstructionOfReward(tx, rewardId);
  if (!instruction) throw new Error(`reversal ${id} is of no instruction`);
  return await bookReturn(tx, instruction, { reversalId: id, amountMinor, by: "system", now });
}

interface Return {
  reversalId: string;
  amountMinor: bigint;
  /** What else the book says of it, in another unit. */
  also?: readonly EntryInput[];
  by: string;
  now: Date;
}

/** Books what came back of a hand-over; one that came back whole may be carried out anew. The caller holds its lock. */
export async function bookReturn(tx: Tx, instruction: InstructionRow, { reversalId, amountMinor, also = [], by, now }: Return): Promise<{ whole: boolean }> {
  const { id, rewardId, account, currency, request, idempotencyKey } = instruction;
  if (!request) throw new Error(`instruction ${id} handed nothing over`);
  await postTransaction(tx, {
    kind: RETURN_KIND,
    idemKey: `${RETURN_KIND}:${reversalId}`,
    subject: rewardId,
    by,
    occurredAt: now,
    entries: [
      { account: issuedAccount(request), currency, amountMinor },
      { account, currency, amountMinor: -amountMinor },
      ...also,
    ],
  });
  const whole = (await sumReturned(tx, idempotencyKey)) === instruction.amountMinor;
  if (whole) await updateInstruction(tx, id, { status: "returned", nextTryAt: null });
  return { whole };
}

/** The call failed: refused, it stays owed back; anything else is looked up by the next try (F33). */
export async function recordReversalFailure(tx: Tx, { reversal, claimToken, error }: Omit<ReversalClaim, "triedBefore"> & { error: StripeCallError }): Promise<void> {
  const status = error.outcome === "refused" ? "failed" : error.outcome === "unknown" ? "unknown" : "sent";
  await settleReversal(tx, reversal.id, claimToken, { status, error: error.message });
}
