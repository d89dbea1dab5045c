import { championPayable } from "~/ledger/chart-of-accounts";
import { balanceOf } from "~/ledger/balance-of.server";
import type { Tx } from "~/platform/db.server";
import { clearWaiting, sumInTransit } from "./instruction-store.server";
import { missingForPayout } from "./payout-account";
import { receivableOf } from "./payout-amount";

interface PayoutInWaiting {
  championId: string;
  currency: string;
  /** What all of the champion's rewards of this way that may leave are due together. */
  readyMinor: bigint;
  /** What all of their rewards on the account that were not sent are due. */
  unsentMinor: bigint;
  minimumMinor: bigint;
}

/** What a champion's payment in cash still lacks until it is large enough (M14), an older receivable taken off; 0 when it is. */
export async function readMissingForPayout(
  tx: Tx,
  { championId, currency, readyMinor, unsentMinor, minimumMinor }: PayoutInWaiting,
): Promise<bigint> {
  const account = championPayable(championId);
  const receivable = receivableOf({
    dueMinor: 0n,
    balanceMinor: await balanceOf(tx, account, currency),
    otherUnsentMinor: unsentMinor,
    otherInTransitMinor: await sumInTransit(tx, { account, currency, exceptId: "" }),
  });
  return missingForPayout({ minimumMinor, readyMinor: readyMinor - receivable });
}

/**
 * Lets everything of a champion's that waits leave together once it is enough (M14), so that what goes first does not
 * leave the rest too small. The caller holds the lock of the champion's sums. @returns whether it may leave
 */
export async function clearForPayout(tx: Tx, waiting: PayoutInWaiting & { now: Date }): Promise<boolean> {
  if ((await readMissingForPayout(tx, waiting)) > 0n) return false;
  await clearWaiting(tx, waiting);
  return true;
}
