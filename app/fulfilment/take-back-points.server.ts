import type { Tx } from "~/platform/db.server";
import { readOverhang, type Overhang } from "./claim-reversal.server";
import { bookReturn } from "./confirm-reversal.server";
import { lockInstructionOfReward } from "./instruction-store.server";
import { pointsBack, pointsEntries } from "./points";
import { lockPoints, readPoints } from "./prize-store.server";
import { insertReversal, sumReturned } from "./reversal-store.server";

/**
 * Takes back what is too much of a reward that was given as points, as far as they are not spent; the rest stays owed back.
 * @returns what came back and whether that was all; null when nothing did
 */
export async function takeBackPoints(tx: Tx, { rewardId, now, ...overhang }: Overhang & { rewardId: string; now: Date }): Promise<{ amountMinor: bigint; whole: boolean } | null> {
  const instruction = await lockInstructionOfReward(tx, rewardId);
  if (instruction?.request?.rail !== "points") return null;
  const { id: instructionId, account, championId, currency, idempotencyKey: intentKey, request } = instruction;
  const wantedMinor = await readOverhang(tx, instruction, overhang);
  if (wantedMinor === 0n) return null;
  await lockPoints(tx, championId);
  const facts = { amountMinor: instruction.amountMinor, points: request.points, returnedMinor: await sumReturned(tx, intentKey) };
  const back = pointsBack({ ...facts, wantedMinor, unspent: await readPoints(tx, championId) });
  if (!back) return null;
  const { amountMinor, points } = back;
  const done = { status: "confirmed", confirmedAt: now, createdAt: now, request: { rail: "points", points } } as const;
  const { id: reversalId } = await insertReversal(tx, { ...done, instructionId, rewardId, account, intentKey, amountMinor, currency });
  return { amountMinor, ...(await bookReturn(tx, instruction, { reversalId, amountMinor, also: pointsEntries(championId, -points), by: "system", now })) };
}
