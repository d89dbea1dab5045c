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
  ledger?: BatchLedger;
}

/** Where a large batch notes what became of each reward, so that it goes on where it was when a process ended. */
export interface BatchLedger {
  /** How many are decided in all, of which these are a part. */
  size: number;
  /** How many are decided at once. */
  atOnce: number;
  /** Whether this one still waits; holds it until the transaction ends. */
  takeInHand(tx: Tx, rewardId: string): Promise<boolean>;
  settle(tx: Tx, result: DecisionResult): void;
}

type Done = Omit<Extract<DecisionResult, { version: number }>, "rewardId">;

/** Somebody was faster, or the list was old: nothing happened that the trail would have to keep. */
const WITHOUT_TRACE = new Set(["reward_changed", "not_found"]);

/**
 * Decides about each reward in a transaction of its own. What the rules refuse leaves an audit row and nothing else
 * (I17). An unexpected failure stops what would come after it, and is thrown when the others that were begun have ended.
 */
export async function decideEach<Item extends { rewardId: string }>(
  batch: Batch<Item>,
  deps: { db: Database; clock: Clock },
  decide: (tx: Tx, item: Item) => Promise<Done>,
): Promise<DecisionResult[]> {
  const results: DecisionResult[] = [];
  const waiting = batch.items.values();
  const lane = async () => {
    for (const item of waiting) {
      const result = await decideOne(batch, item, deps, decide);
      if (result) results.push(result);
    }
  };
  const lanes = await Promise.allSettled(Array.from({ length: batch.ledger?.atOnce ?? 1 }, lane));
  const failed = lanes.find(({ status }) => status === "rejected");
  if (failed?.status === "rejected") throw failed.reason;
  return results;
}

/** @returns null when another run of the same batch decided it */
async function decideOne<Item extends { rewardId: string }>(
  { by, act, ledger }: Batch<Item>,
  item: Item,
  { db, clock }: { db: Database; clock: Clock },
  decide: (tx: Tx, item: Item) => Promise<Done>,
): Promise<DecisionResult | null> {
  const { rewardId } = item;
  const inHand = async (tx: Tx) => !ledger || (await ledger.takeInHand(tx, rewardId));
  try {
    return await db.transaction(`${act}-reward`, async (tx) => {
      if (!(await inHand(tx))) return null;
      const result = { rewardId, ...(await decide(tx, item)) };
      ledger?.settle(tx, result);
      return result;
    });
  } catch (error) {
    if (!(error instanceof AppError) || error.status >= 500) throw error;
    const result = { rewardId, outcome: "not_done", code: error.code } as const;
    return await db.transaction("audit-refusal", async (tx) => {
      if (!(await inHand(tx))) return null;
      ledger?.settle(tx, result);
      if (!WITHOUT_TRACE.has(result.code)) {
        const facts = { code: result.code };
        await recordAudit(tx, { by, action: `reward.${act}_denied`, object: rewardId, facts, now: clock.now() });
      }
      return result;
    });
  }
}
