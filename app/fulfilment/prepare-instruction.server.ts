import type { Tx } from "~/platform/db.server";
import { enqueue } from "~/platform/jobs.server";
import { postponeInstruction } from "./postpone-instruction.server";
import {
  insertInstruction,
  lockInstructionOfReward,
  nextIntentKey,
  updateInstruction,
  type InstructionRow,
} from "./instruction-store.server";

export interface PrepareInstructionInput {
  rewardId: string;
  championId: string;
  /** Where it stands in the book. */
  account: string;
  rail: string;
  currency: string;
  /** It waits, and why; otherwise it is tried at once. */
  waits?: { reason: string; until: Date };
  now: Date;
}

/** Where an intent is over and the next one may begin. */
const ENDED: InstructionRow["status"][] = ["failed", "cancelled", "returned"];

/**
 * Puts a payable reward on its way: one instruction per reward (I33) and a job behind it, in the transaction that made
 * it payable; what the host's own system pays waits for its word (F40). After a refusal by the provider, or when all of it came back, a new intent begins; one that may have had its effect is never doubled.
 */
export async function prepareInstruction(tx: Tx, { now, waits, ...input }: PrepareInstructionInput): Promise<void> {
  const inserted = await insertInstruction(tx, { ...input, createdAt: now });
  const instruction = inserted ? null : await lockInstructionOfReward(tx, input.rewardId);
  const id = inserted ?? instruction?.id;
  if (!id) throw new Error("an instruction that was just written is not there");
  if (instruction && ENDED.includes(instruction.status)) {
    const over = instruction.status !== "cancelled" && { idempotencyKey: nextIntentKey(instruction) };
    await updateInstruction(tx, id, { ...over, status: "intended", error: null, nextTryAt: null });
  }
  if (waits) await postponeInstruction(tx, { id, ...waits, now });
  else if (input.rail !== "own_payout") await enqueueInstruction(tx, { id, championId: input.championId });
}

/** One champion's instructions run one after another, so that each sees what the one before left (M12). */
export async function enqueueInstruction(
  tx: Tx,
  { id, championId }: { id: string; championId: string },
): Promise<void> {
  await enqueue(
    tx,
    "carry-out-instruction",
    { instructionId: id },
    {
      queue: `champion:${championId}`,
      key: `carry-out-instruction:${id}`,
    },
  );
}

/** Everything of a champion's that waits to leave one way is tried at once. */
export async function enqueueWaiting(tx: Tx, where: { championId: string; rail: string }): Promise<void> {
  const waiting = await tx.instruction.findMany({ where: { ...where, status: "intended" }, select: { id: true } });
  for (const { id } of waiting) await enqueueInstruction(tx, { id, championId: where.championId });
}
