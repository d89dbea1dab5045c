import { balanceOf } from "~/ledger/balance-of.server";
import { championPayable } from "~/ledger/chart-of-accounts";
import type { Tx } from "~/platform/db.server";
import { sumInTransit } from "./instruction-store.server";
import { receivableOf } from "./payout-amount";

interface Owner {
  championId: string;
  currency: string;
  /** What the champion's rewards that stand on the account are due and have not been sent yet. */
  unsentMinor: bigint;
}

/** What a champion owes back by now, in minor units; later rewards settle it first (M12). Never negative. */
export async function readReceivable(tx: Tx, { championId, currency, unsentMinor }: Owner): Promise<bigint> {
  const receivable = receivableOf({
    dueMinor: 0n,
    balanceMinor: await balanceOf(tx, championPayable(championId), currency),
    otherUnsentMinor: unsentMinor,
    otherInTransitMinor: await sumInTransit(tx, { championId, currency, exceptId: "" }),
  });
  return receivable > 0n ? receivable : 0n;
}
