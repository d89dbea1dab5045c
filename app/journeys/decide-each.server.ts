import { recordAudit } from "~/identity/record-audit.server";
import type { Clock } from "~/platform/clock.server";
import type { Database, Tx } from "~/platform/db.server";
import { AppError } from "~/platform/errors";

/** A reward as the person saw it when they decided. */
export interface DecisionItem {
  rewardId: string;
  version: number;
}

export type DecisionResult =
  | { rewardId: string; outcome: "approved" | "first_of_two" | "refused" | "undone" | "fulfilled"; version: number }
  /** Nothing was done to this one; `code` says why. */
  | { rewardId: string; outcome: "not_done"; code: string };

interface Batch<Item> {
  items: readonly Item[];
  by: string;
  act: "approve" | "refuse" | "undo" | "fulfil";
}

type Done = Omit<Extract<DecisionResult, { version: number }>, "rewardId">;

/** Somebody was faster, or the list was old: nothing happened that the trail would have to keep. */
const WITHOUT_TRACE = new Set(["reward_changed", "not_found"]);

/**
 * Decides about each reward in a transaction of its own. What the rules refuse leaves an audit row and nothing else
 * (I17); unexpected failures stop the batch.
 */
export async function decideEach<Item extends { rewardId: string }>(
  { items, by, act }: Batch<Item>,
  { db, clock }: { db: Database; clock: Clock },
  decide: (tx: Tx, item: Item) => Promise<Done>,
): Promise<DecisionResult[]> {
  const results: DecisionResult[] = [];
  for (const item of items) {
    try {
      results.push({
        rewardId: item.rewardId,
        ...(await db.transaction(`${act}-reward`, (tx) => decide(tx, item))),
      });
    } catch (error) {
      if (!(error instanceof AppError) || error.status >= 500) throw error;
      const { code } = error;
      results.push({ rewardId: item.rewardId, outcome: "not_done", code });
      if (WITHOUT_TRACE.has(code)) continue;
      await db.transaction("audit-refusal", (tx) =>
        recordAudit(tx, {
          by,
          action: `reward.${act}_denied`,
          object: item.rewardId,
          facts: { code },
          now: clock.now(),
        }),
      );
    }
  }
  return results;
}
