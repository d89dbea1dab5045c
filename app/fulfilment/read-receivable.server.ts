import { balanceOf } from "~/ledger/balance-of.server";
import type { Tx } from "~/platform/db.server";
import { payableAccount, type Holder } from "~/rewards/reward-holder";
import { sumInTransit } from "./instruction-store.server";
import { receivableOf } from "./payout-amount";

interface Owner {
  holder: Holder;
  currency: string;
  /** What their rewards that stand on the account are due and have not been sent yet. */
  unsentMinor: bigint;
}

/** What somebody owes back by now, in minor units; later rewards settle it first (M12). Never negative. */
export async function readReceivable(tx: Tx, { holder, currency, unsentMinor }: Owner): Promise<bigint> {
  const account = payableAccount(holder);
  const receivable = receivableOf({
    dueMinor: 0n,
    balanceMinor: await balanceOf(tx, account, currency),
    otherUnsentMinor: unsentMinor,
    otherInTransitMinor: await sumInTransit(tx, { account, currency, exceptId: "" }),
  });
  return receivable > 0n ? receivable : 0n;
}
