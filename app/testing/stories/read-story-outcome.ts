import { traceSchema } from "~/attribution/attribution-trace";
import type { Tx } from "~/platform/db.server";
import type { TestDatabase } from "../test-database";
import { paymentLines, type DecidedPayment } from "./story-outcome";

/**
 * What the database holds about the payments of a story.
 * @param purchases their ids, by their numbers in the story
 * @returns the lines of the outcome, rewards with the due amount in whole euros
 */
export async function readStoryOutcome(
  { db }: TestDatabase,
  purchases: ReadonlyMap<number, string>,
  nameOf: (championId: string | null) => string | null,
): Promise<string[]> {
  return await db.transaction("read-story-outcome", async (tx) => {
    const lines: string[] = [];
    for (const [number, id] of [...purchases].sort(([a], [b]) => a - b)) {
      lines.push(...paymentLines(number, await decidedPayment(tx, id, nameOf)));
    }
    const conversions = await tx.conversion.findMany({ where: { purchaseId: { in: [...purchases.values()] } } });
    const rewards = await tx.reward.findMany({ where: { conversionId: { in: conversions.map(({ id }) => id) } } });
    for (const { championId, status, dueMinor, reason } of rewards) {
      lines.push(`reward of ${nameOf(championId)}: ${status}, ${Number(dueMinor) / 100}${reason ? `, ${reason}` : ""}`);
    }
    return lines;
  });
}

async function decidedPayment(
  tx: Tx,
  purchaseId: string,
  nameOf: (championId: string | null) => string | null,
): Promise<DecidedPayment> {
  const { id, championId, reason, trace } = await tx.conversion.findUniqueOrThrow({ where: { purchaseId } });
  const weighed = await tx.conversionTouch.findMany({ where: { conversionId: id } });
  const touches = await tx.touch.findMany({ where: { id: { in: weighed.map(({ touchId }) => touchId) } } });
  const ownerOf = (touchId: string) => nameOf(touches.find((touch) => touch.id === touchId)?.championId ?? null);
  return {
    winner: nameOf(championId),
    reason,
    lost: weighed.flatMap(({ touchId, reason: lost }) => (lost ? [{ champion: ownerOf(touchId) ?? "", reason: lost }] : [])),
    trace: traceSchema.parse(trace).map(({ championId: owner, ...step }) => ({ ...step, champion: nameOf(owner) })),
  };
}
