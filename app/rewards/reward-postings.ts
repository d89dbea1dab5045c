import { programCost } from "~/ledger/chart-of-accounts";
import type { EntryInput } from "~/ledger/transaction-input";
import { ledgerPlace, type RewardStatus } from "./reward";
import { holderOf, payableAccount, pendingAccount } from "./reward-holder";
import type { RewardRow } from "./reward-row";

export interface RewardPosition {
  status: RewardStatus;
  dueMinor: bigint;
}

type RewardAccounts = Pick<RewardRow, "programId" | "championId" | "side" | "referralId" | "currency">;

/**
 * The entries that take the book from one position of a reward to the next: target minus posted, whatever happened in
 * between (M2, M5). Nothing to book gives no entries. `before` is null at the grant.
 */
export function postingsBetween(
  reward: RewardAccounts,
  before: RewardPosition | null,
  after: RewardPosition,
): EntryInput[] {
  const { programId, currency } = reward;
  const holder = holderOf(reward);
  const pending = owed(after, "pending") - owed(before, "pending");
  const payable = owed(after, "payable") - owed(before, "payable");
  return [
    { account: programCost(programId), currency, amountMinor: pending + payable },
    { account: pendingAccount(holder), currency, amountMinor: -pending },
    { account: payableAccount(holder), currency, amountMinor: -payable },
  ].filter(({ amountMinor }) => amountMinor !== 0n);
}

function owed(position: RewardPosition | null, place: "pending" | "payable"): bigint {
  return position && ledgerPlace(position.status) === place ? position.dueMinor : 0n;
}
