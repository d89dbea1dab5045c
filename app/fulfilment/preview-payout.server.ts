import { balanceOf } from "~/ledger/balance-of.server";
import type { Tx } from "~/platform/db.server";
import { sumInTransit } from "./instruction-store.server";
import { payoutAmount, type Payout } from "./payout-amount";

interface PreviewInput {
  /** Where it stands in the book. */
  account: string;
  currency: string;
  /** The reward that is looked at; while it waits for approval it is not on the payable account yet. */
  dueMinor: bigint;
  onAccount: boolean;
  otherUnsentMinor: bigint;
}

/** What would leave the house for a reward if it were handed over now, an older receivable settled first (M12). */
export async function previewPayout(
  tx: Tx,
  { account, currency, dueMinor, onAccount, otherUnsentMinor }: PreviewInput,
): Promise<Payout> {
  const balanceMinor = await balanceOf(tx, account, currency);
  return payoutAmount({
    dueMinor,
    balanceMinor: onAccount ? balanceMinor : balanceMinor - dueMinor,
    otherUnsentMinor,
    otherInTransitMinor: await sumInTransit(tx, { account, currency, exceptId: "" }),
  });
}
