import type { Tx } from "~/platform/db.server";
import { ForbiddenError } from "~/platform/errors";
import { lockChampionSums, personOfChampion } from "./reward-store.server";

/**
 * Keeps a champion's rewards from being handed over meanwhile, so that what they owe back stays what was read (M12).
 * @returns the reward that was taken back last after it was received, or null
 * @throws ForbiddenError for what one owes oneself (W15)
 */
export async function lockReceivable(
  tx: Tx,
  { championId, currency, by }: { championId: string; currency: string; by: string },
): Promise<string | null> {
  if (by === `person:${await personOfChampion(tx, championId)}`) {
    throw new ForbiddenError("nobody writes off what they owe themselves");
  }
  await lockChampionSums(tx, championId);
  const taken = await tx.reward.findFirst({
    where: { side: "champion", championId, currency, paidAt: { not: null }, takenBackMinor: { gt: 0n } },
    orderBy: { paidAt: "desc" },
    select: { id: true },
  });
  return taken?.id ?? null;
}
