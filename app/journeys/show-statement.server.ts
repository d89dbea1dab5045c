import { readReceivable } from "~/fulfilment/read-receivable.server";
import { within } from "~/platform/db.server";
import { rootDb, type Deps } from "~/platform/deps.server";
import { listChampionRewards, type Statement } from "~/rewards/list-champion-rewards.server";
import { sumUnsent } from "~/rewards/sum-unsent.server";

export interface ShownStatement extends Statement {
  /** `openMinor`: what went back after it was received, and comes off the next rewards (M12). */
  totals: (Statement["totals"][number] & { openMinor: bigint })[];
}

/** Thanks so far with its sums, and what is still to be settled with the next rewards. */
export async function showStatement(
  { championId, zone }: { championId: string; zone: string },
  { db = rootDb }: Pick<Deps, "db"> = {},
): Promise<ShownStatement> {
  return await db.transaction("show-statement", async (tx) => {
    const { lines, totals } = await listChampionRewards({ championId, zone }, { db: within(tx) });
    const holder = { side: "champion", championId } as const;
    const shown: ShownStatement["totals"] = [];
    for (const total of totals) {
      const { currency } = total;
      const unsentMinor = await sumUnsent(tx, { holder, currency });
      shown.push({ ...total, openMinor: await readReceivable(tx, { holder, currency, unsentMinor }) });
    }
    return { lines, totals: shown };
  });
}
