import { traceSchema } from "~/attribution/attribution-trace";
import type { Tx } from "~/platform/db.server";
import type { TestDatabase } from "../test-database";
import { paymentLines, traceLine, type StoryDecision } from "./story-outcome";

/**
 * What the database holds about the payments and sign-ups of a story.
 * @param of their ids, by their numbers in the story
 * @returns the lines of the outcome, rewards with the due amount in whole euros
 */
export async function readStoryOutcome(
  { db }: TestDatabase,
  { purchases, leads }: Record<"purchases" | "leads", ReadonlyMap<number, string>>,
  nameOf: (championId: string | null) => string | null,
): Promise<string[]> {
  return await db.transaction("read-story-outcome", async (tx) => {
    const lines: string[] = [];
    for (const [number, id] of [...purchases].sort(([a], [b]) => a - b)) {
      lines.push(...paymentLines(number, await decisionAbout(tx, { purchaseId: id }, nameOf)));
    }
    for (const [number, id] of leads) {
      lines.push(traceLine(`sign-up ${number}`, (await decisionAbout(tx, { leadId: id }, nameOf)).trace));
    }
    const conversions = await tx.conversion.findMany({ where: { purchaseId: { in: [...purchases.values()] } } });
    const rewards = await tx.reward.findMany({ where: { conversionId: { in: conversions.map(({ id }) => id) } } });
    for (const { championId, status, dueMinor, reason } of rewards) {
      lines.push(`reward of ${nameOf(championId)}: ${status}, ${Number(dueMinor) / 100}${reason ? `, ${reason}` : ""}`);
    }
    return lines;
  });
}

async function decisionAbout(
  tx: Tx,
  where: { purchaseId: string } | { leadId: string },
  nameOf: (championId: string | null) => string | null,
): Promise<StoryDecision> {
  const { id, championId, reason, trace } = await tx.conversion.findUniqueOrThrow({ where });
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
