import { championPayable, championPending, programCost } from "~/ledger/chart-of-accounts";
import type { EntryInput } from "~/ledger/transaction-input";
import { ledgerPlace, type RewardStatus } from "./reward";

export interface RewardPosition {
  status: RewardStatus;
  dueMinor: bigint;
}

interface RewardAccounts {
  programId: string;
  championId: string;
  currency: string;
}

/**
 * The entries that take the book from one position of a reward to the next: target minus posted, whatever happened in
 * between (M2, M5). Nothing to book gives no entries. `before` is null at the grant.
 */
export function postingsBetween(
  { programId, championId, currency }: RewardAccounts,
  before: RewardPosition | null,
  after: RewardPosition,
): EntryInput[] {
  const pending = owed(after, "pending") - owed(before, "pending");
  const payable = owed(after, "payable") - owed(before, "payable");
  return [
    { account: programCost(programId), currency, amountMinor: pending + payable },
    { account: championPending(championId), currency, amountMinor: -pending },
    { account: championPayable(championId), currency, amountMinor: -payable },
  ].filter(({ amountMinor }) => amountMinor !== 0n);
}

function owed(position: RewardPosition | null, place: "pending" | "payable"): bigint {
  return position && ledgerPlace(position.status) === place ? position.dueMinor : 0n;
}
