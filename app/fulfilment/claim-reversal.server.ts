import type { Tx } from "~/platform/db.server";
import type { Holder } from "~/rewards/reward-holder";
import { randomSecret } from "~/platform/secrets.server";
import { lockInstructionOfReward, type InstructionRow } from "./instruction-store.server";
import { readReceivable } from "./read-receivable.server";
import type { Reach, Reversal } from "./rail";
import { isWholeOnly, reversalAmount } from "./reversal-amount";
import { claimReversalAgain, findOpenReversal, insertReversal, sumReturned, type ReversalRow } from "./reversal-store.server";

/** A reversal that is committed, to be asked of the provider. */
export interface ReversalClaim {
  reversal: Reversal;
  claimToken: string;
  triedBefore: boolean;
}

/** What the book says of somebody's rewards, besides the hand-over itself. */
export interface Overhang {
  /** Whose it is, what the reward is due now, and their others that were not sent. */
  holder: Holder;
  dueMinor: bigint;
  otherUnsentMinor: bigint;
}

/** How much of a reward's hand-over is to be taken back, in minor units, as the book stands. The caller holds the champion's sums. */
export async function readOverhang(tx: Tx, instruction: InstructionRow, { holder, dueMinor, otherUnsentMinor }: Overhang): Promise<bigint> {
  const { currency, status, amountMinor, nettedMinor, idempotencyKey, rail } = instruction;
  if (status !== "confirmed" || amountMinor === 0n) return 0n;
  const returnedMinor = await sumReturned(tx, idempotencyKey);
  const receivableMinor = await readReceivable(tx, { holder, currency, unsentMinor: otherUnsentMinor });
  const leftMinor = amountMinor - returnedMinor;
  return reversalAmount({ settledMinor: amountMinor + nettedMinor, leftMinor, returnedMinor, dueMinor, receivableMinor, onlyWhole: isWholeOnly(rail) });
}

/** Claims a reversal whose outcome is unknown for this worker; null when there is none. */
export async function claimOpenReversal(tx: Tx, rewardId: string): Promise<ReversalClaim | null> {
  const instruction = await lockInstructionOfReward(tx, rewardId);
  const open = instruction && (await findOpenReversal(tx, instruction.id));
  if (!open) return null;
  const claimToken = randomSecret(16);
  await claimReversalAgain(tx, open, claimToken);
  return { reversal: reversalOf(open), claimToken, triedBefore: true };
}

/**
 * Begins to take back what is too much of a hand-over, as far as the provider said that it can: amount, key and words are
 * committed before the call (F32).
 * @returns null when there is nothing to take back
 */
export async function claimReversal(
  tx: Tx,
  { rewardId, reach, now, ...overhang }: Overhang & { rewardId: string; reach: Reach; now: Date },
): Promise<ReversalClaim | null> {
  const instruction = await lockInstructionOfReward(tx, rewardId);
  if (!instruction || (await findOpenReversal(tx, instruction.id))) return null;
  const wanted = await readOverhang(tx, instruction, overhang);
  const amountMinor = wanted < reach.amountMinor ? wanted : reach.amountMinor;
  if (amountMinor <= 0n || (amountMinor < wanted && isWholeOnly(instruction.rail))) return null;
  const { id: instructionId, account, currency, idempotencyKey: intentKey } = instruction;
  const claimToken = randomSecret(16);
  const intent = { instructionId, rewardId, account, intentKey, amountMinor, currency, request: reach.request };
  const row = await insertReversal(tx, { ...intent, status: "sent", claimToken, createdAt: now });
  return { reversal: reversalOf(row), claimToken, triedBefore: false };
}

function reversalOf({ id, rewardId, idempotencyKey, amountMinor, currency, request }: ReversalRow): Reversal {
  if (request.rail === "donation" || request.rail === "points") throw new Error(`reversal ${id} asks nobody outside`);
  return { id, rewardId, idempotencyKey, amountMinor, currency, request };
}
