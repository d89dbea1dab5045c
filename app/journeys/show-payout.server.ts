import { readMissingForPayout } from "~/fulfilment/clear-for-payout.server";
import { getChampion } from "~/champions/get-champion.server";
import { payoutObstacle, type Obstacle } from "~/fulfilment/payout-account";
import { payoutAccountOf } from "~/fulfilment/keep-payout-account.server";
import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { NotFoundError } from "~/platform/errors";
import { getProgram } from "~/programs/get-program.server";
import { within } from "~/platform/db.server";
import { sumReady } from "~/rewards/sum-ready.server";
import { sumUnsent } from "~/rewards/sum-unsent.server";

export interface ShownPayout {
  /** What still stands in the way of a payment, on the champion's side. */
  obstacle: Obstacle | null;
  /** The bank account, by its last signs. */
  last4: string | null;
  currency: string;
  minimumMinor: bigint;
  /** What may leave as soon as it is enough, and how much is missing until then (M14). */
  readyMinor: bigint;
  missingMinor: bigint;
}

/** How a champion's payments in cash stand. @throws NotFoundError where a program never pays that way */
export async function showPayout(
  { championId, personId }: { championId: string; personId: string },
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<ShownPayout> {
  return await db.transaction("show-payout", async (tx) => {
    const { programId } = await getChampion(tx, championId);
    const { version } = await getProgram(programId, { db: within(tx) });
    const { currency, rail, minimumPayoutMinor: minimumMinor } = version.rules;
    const readyMinor = await sumReady(tx, { championId, currency, rail: "transfer" });
    const account = await payoutAccountOf(tx, personId);
    if (rail !== "transfer" && !account && readyMinor === 0n) throw new NotFoundError("payout", { championId });
    const unsentMinor = await sumUnsent(tx, { holder: { side: "champion", championId }, currency });
    return {
      obstacle: payoutObstacle(account, clock.now()),
      last4: account?.closedAt ? null : account?.last4 ?? null,
      currency,
      minimumMinor,
      readyMinor,
      missingMinor: await readMissingForPayout(tx, { championId, currency, readyMinor, unsentMinor, minimumMinor }),
    };
  });
}
