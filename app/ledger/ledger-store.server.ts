import { newId } from "~/platform/ids";
import type { Tx } from "~/platform/db.server";
import type { EntryInput, TransactionInput } from "./transaction-input";

/** Inserts the transaction row unless its key is taken; waits for a rival that is writing the same key. */
export async function insertTransaction(
  tx: Tx,
  input: TransactionInput,
  inputHash: string,
): Promise<string | null> {
  const inserted = await tx.ledgerTransaction.createManyAndReturn({
    data: {
      id: newId("txn"),
      kind: input.kind,
      idemKey: input.idemKey,
      inputHash,
      subject: input.subject,
      reversesId: input.reversesId ?? null,
      by: input.by,
      occurredAt: input.occurredAt,
    },
    skipDuplicates: true,
    select: { id: true },
  });
  return inserted[0]?.id ?? null;
}

export async function findTransactionByKey(tx: Tx, idemKey: string) {
  return await tx.ledgerTransaction.findUnique({ where: { idemKey }, select: { id: true, inputHash: true } });
}

/** The ids of the accounts by "code currency", made when missing. */
async function ensureAccounts(tx: Tx, entries: readonly EntryInput[]): Promise<Map<string, string>> {
  const wanted = [
    ...new Map(entries.map((entry) => [accountKey(entry.account, entry.currency), entry])).values(),
  ]
    // One order for everybody: two transactions that make the same new accounts cannot deadlock.
    .sort((a, b) => (accountKey(a.account, a.currency) < accountKey(b.account, b.currency) ? -1 : 1));
  const where = { OR: wanted.map(({ account, currency }) => ({ code: account, currency })) };
  const known = await tx.ledgerAccount.findMany({ where, select: { id: true, code: true, currency: true } });
  if (known.length < wanted.length) {
    await tx.ledgerAccount.createMany({
      data: wanted.map(({ account, currency }) => ({ id: newId("acc"), code: account, currency })),
      skipDuplicates: true,
    });
  }
  const all =
    known.length === wanted.length
      ? known
      : await tx.ledgerAccount.findMany({ where, select: { id: true, code: true, currency: true } });
  return new Map(all.map(({ id, code, currency }) => [accountKey(code, currency), id]));
}

export async function insertEntries(
  tx: Tx,
  transactionId: string,
  entries: readonly EntryInput[],
): Promise<void> {
  const accounts = await ensureAccounts(tx, entries);
  await tx.ledgerEntry.createMany({
    data: entries.map(({ account, currency, amountMinor }) => ({
      id: newId("ent"),
      transactionId,
      accountId: accounts.get(accountKey(account, currency)) ?? "",
      currency,
      amountMinor,
    })),
  });
}

function accountKey(code: string, currency: string): string {
  return `${code} ${currency}`;
}
