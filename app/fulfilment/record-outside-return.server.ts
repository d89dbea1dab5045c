import type { Tx } from "~/platform/db.server";
import { bookReturn } from "./confirm-reversal.server";
import { lockInstructionOfReward } from "./instruction-store.server";
import { insertReversal, isReturnKnown } from "./reversal-store.server";

interface OutsideReturn {
  rewardId: string;
  transferId: string;
  /** Stripe's name for the reversal. */
  ref: string;
  amountMinor: bigint;
  now: Date;
}

/**
 * A transfer of ours was taken back at Stripe without us (M16): booked as what it is, once. The caller holds the locks of the
 * reward and its champion's sums.
 * @returns whether all of it came back; null when it is known, or the transfer is none that stands
 */
export async function recordOutsideReturn(tx: Tx, { rewardId, transferId, ref, amountMinor, now }: OutsideReturn): Promise<{ whole: boolean } | null> {
  const instruction = await lockInstructionOfReward(tx, rewardId);
  if (instruction?.status !== "confirmed" || instruction.providerRef !== transferId || (await isReturnKnown(tx, ref))) return null;
  const { id: instructionId, account, currency, idempotencyKey: intentKey } = instruction;
  const { id: reversalId } = await insertReversal(tx, {
    instructionId, rewardId, account, intentKey, amountMinor, currency,
    idempotencyKey: ref,
    providerRef: ref,
    request: { rail: "transfer", transferId },
    status: "confirmed",
    confirmedAt: now,
    createdAt: now,
  });
  return await bookReturn(tx, instruction, { reversalId, amountMinor, by: "stripe", now });
}
