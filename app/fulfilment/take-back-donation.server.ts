import type { Tx } from "~/platform/db.server";
import { isPassedOnSince, lockCause } from "./cause-store.server";
import { readOverhang, type Overhang } from "./claim-reversal.server";
import { bookReturn } from "./confirm-reversal.server";
import { lockInstructionOfReward } from "./instruction-store.server";
import { insertReversal } from "./reversal-store.server";

/**
 * Takes back what is too much of a donation while it was only collected: no more once it was passed on. The lock of the
 * cause keeps it from being passed on meanwhile.
 * @returns what came back and whether that was all; null when nothing did
 */
export async function takeBackDonation(tx: Tx, { rewardId, now, ...overhang }: Overhang & { rewardId: string; now: Date }): Promise<{ amountMinor: bigint; whole: boolean } | null> {
  const instruction = await lockInstructionOfReward(tx, rewardId);
  if (instruction?.request?.rail !== "donation" || !instruction.confirmedAt) return null;
  const { id: instructionId, account, currency, idempotencyKey: intentKey, confirmedAt, request } = instruction;
  const { causeId } = request;
  const amountMinor = await readOverhang(tx, instruction, overhang);
  if (amountMinor === 0n || causeId === null) return null;
  await lockCause(tx, causeId);
  if (await isPassedOnSince(tx, { causeId, currency, since: confirmedAt })) return null;
  const done = { status: "confirmed", providerRef: causeId, confirmedAt: now, createdAt: now, request: { rail: "donation", causeId } } as const;
  const { id: reversalId } = await insertReversal(tx, { ...done, instructionId, rewardId, account, intentKey, amountMinor, currency });
  return { amountMinor, ...(await bookReturn(tx, instruction, { reversalId, amountMinor, by: "system", now })) };
}
