import type { Tx } from "~/platform/db.server";
import { courseOf, type BatchOutcome } from "./batch";
import { closeBatch, findOpenItems, lockBatch, lockOpenItem, settleItem, sumItems, type BatchRow } from "./batch-store.server";

export type { BatchRow };

interface InProgress {
  batch: BatchRow;
  /** How many it is about in all. */
  total: number;
  /** The next of those that wait for their turn. */
  items: { rewardId: string; version: number }[];
}

/** A batch that was started and has not ended; null when there is nothing to do. */
export async function nextOfBatch(tx: Tx, batchId: string, take: number): Promise<InProgress | null> {
  const batch = await lockBatch(tx, batchId);
  if (!batch?.startedAt || batch.finishedAt) return null;
  const { total } = courseOf(await sumItems(tx, batchId));
  return { batch, total, items: await findOpenItems(tx, batchId, take) };
}

/**
 * Takes one reward of a batch in hand until the transaction ends, so that a batch that is carried out twice at once
 * decides about each once. @returns false when it was settled meanwhile
 */
export async function takeInHand(tx: Tx, batchId: string, rewardId: string): Promise<boolean> {
  return await lockOpenItem(tx, { batchId, rewardId });
}

/** Writes down what became of one reward, in the transaction that did it. @param version after it; null when nothing was done */
export function settleInBatch(tx: Tx, batchId: string, end: { rewardId: string; outcome: BatchOutcome; code: string | null; version: number | null }): void {
  settleItem(tx, { batchId, ...end });
}

/** @returns whether all of it is done */
export async function endBatch(tx: Tx, batchId: string, now: Date): Promise<boolean> {
  return await closeBatch(tx, batchId, now);
}
