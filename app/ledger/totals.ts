/** An entry that the totals do not hold yet. */
export interface CountedEntry {
  accountId: string;
  /** What stands before the colon of the account's code, and its currency: `champion_payable EUR`. */
  scope: string;
  /** Of its transaction. */
  kind: string;
  quarter: Date;
  amountMinor: bigint;
}

/** What is added to a running total from a quarter of an hour on, in minor units; 0 says that something was booked there. */
export interface TotalChange {
  measure: string;
  scope: string;
  quarter: Date;
  changeMinor: bigint;
}

/** The balance of an account at the end of a quarter of an hour, and by how much it differs from what it was taken for. */
export interface MovedBalance {
  accountId: string;
  quarter: Date;
  balanceMinor: bigint;
  changeMinor: bigint;
}

/** The balance of one account. */
export const BALANCE = "balance";

/** What a balance adds to its kind of accounts: to the one side or the other, and to the accounts that are not at 0. */
export const KIND_MEASURES = {
  debit: (balance: bigint) => (balance > 0n ? balance : 0n),
  credit: (balance: bigint) => (balance < 0n ? -balance : 0n),
  open: (balance: bigint) => (balance === 0n ? 0n : 1n),
} as const;

/** What transactions of one kind did to a kind of accounts; debit is positive. */
export const postedBy = (kind: string) => `posted:${kind}`;

/** What new entries change in the balances of their accounts, and in what each kind of transaction did. */
export function entryChanges(entries: readonly CountedEntry[]): TotalChange[] {
  return summed(
    entries.flatMap(({ accountId, scope, kind, quarter, amountMinor }) => [
      { measure: BALANCE, scope: accountId, quarter, changeMinor: amountMinor },
      { measure: postedBy(kind), scope, quarter, changeMinor: amountMinor },
    ]),
  );
}

/**
 * What moved balances change in the totals of their kinds. An entry that comes late moves every later balance of its account
 * too: each balance counts from its quarter until the account's next one.
 */
export function kindChanges(moved: readonly MovedBalance[], scopeOf: ReadonlyMap<string, string>): TotalChange[] {
  const changes: TotalChange[] = [];
  const inOrder = [...moved].sort((a, b) => (a.accountId < b.accountId ? -1 : a.accountId > b.accountId ? 1 : a.quarter.getTime() - b.quarter.getTime()));
  for (const [measure, of] of Object.entries(KIND_MEASURES)) {
    let [account, before] = ["", 0n];
    for (const { accountId, quarter, balanceMinor, changeMinor } of inOrder) {
      const differs = of(balanceMinor) - of(balanceMinor - changeMinor);
      changes.push({ measure, scope: scopeOf.get(accountId) ?? "", quarter, changeMinor: differs - (account === accountId ? before : 0n) });
      [account, before] = [accountId, differs];
    }
  }
  return summed(changes);
}

function summed(changes: readonly TotalChange[]): TotalChange[] {
  const byKey = new Map<string, TotalChange>();
  for (const change of changes) {
    const key = `${change.measure} ${change.scope} ${change.quarter.getTime()}`;
    const known = byKey.get(key);
    if (known) known.changeMinor += change.changeMinor;
    else byKey.set(key, { ...change });
  }
  return [...byKey.values()];
}
