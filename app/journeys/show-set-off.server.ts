import { findHandOver } from "~/fulfilment/find-hand-over.server";
import { readReceivable } from "~/fulfilment/read-receivable.server";
import { within } from "~/platform/db.server";
import { rootDb, type Deps } from "~/platform/deps.server";
import { sumUnsent } from "~/rewards/sum-unsent.server";

export interface ShownSetOff {
  /** How much of this reward settled what an earlier one left open (M12). */
  setOffMinor: bigint;
  /** What left the house for it, less what came back; null until then. */
  receivedMinor: bigint | null;
  /** What came back of it because it was not used yet. */
  returnedMinor: bigint;
  /** What is still open by now and comes off the next rewards. */
  openMinor: bigint;
}

/** How a reward and what its champion still owes back were set off against each other, for the champion's eyes. */
export async function showSetOff(
  { rewardId, championId, currency }: { rewardId: string; championId: string; currency: string },
  { db = rootDb }: Pick<Deps, "db"> = {},
): Promise<ShownSetOff> {
  return await db.transaction("show-set-off", async (tx) => {
    const holder = { side: "champion", championId } as const;
    const unsentMinor = await sumUnsent(tx, { holder, currency });
    const openMinor = await readReceivable(tx, { holder, currency, unsentMinor });
    const handOver = await findHandOver(rewardId, { db: within(tx) });
    if (handOver?.status !== "confirmed") return { setOffMinor: 0n, receivedMinor: null, returnedMinor: handOver?.returnedMinor ?? 0n, openMinor };
    const { nettedMinor, amountMinor, returnedMinor } = handOver;
    return { setOffMinor: nettedMinor > 0n ? nettedMinor : 0n, receivedMinor: amountMinor - returnedMinor, returnedMinor, openMinor };
  });
}
