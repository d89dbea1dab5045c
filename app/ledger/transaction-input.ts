export interface EntryInput {
  account: string;
  currency: string;
  /** Minor units, never 0; debit positive, credit negative. */
  amountMinor: bigint;
}

export interface TransactionInput {
  kind: string;
  /** The natural key of the story (I7). */
  idemKey: string;
  /** What it is about, for example a reward id. */
  subject: string;
  by: string;
  occurredAt: Date;
  entries: readonly EntryInput[];
  /** The erroneous transaction this one undoes, at most once each (I5). */
  reversesId?: string | null;
}

/**
 * The part of a transaction that must be the same when its key is used again: what it says about money, and about
 * what. Who asked and when may differ between two tellings of one story.
 */
export function canonicalInput(input: TransactionInput): string {
  const entries = input.entries
    .map(({ account, currency, amountMinor }) => `${account} ${currency} ${amountMinor}`)
    .sort();
  return JSON.stringify([input.kind, input.subject, input.reversesId ?? null, entries]);
}
