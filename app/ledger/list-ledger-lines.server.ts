import type { Tx } from "~/platform/db.server";

export interface LedgerLine {
  id: string;
  kind: string;
  by: string;
  occurredAt: Date;
  recordedAt: Date;
  reversesId: string | null;
  /** Debits first. */
  entries: { account: string; currency: string; amountMinor: bigint }[];
}

/** Every transaction about one subject with its entries, oldest first. */
export async function listLedgerLines(tx: Tx, subject: string): Promise<LedgerLine[]> {
  const transactions = await tx.ledgerTransaction.findMany({
    where: { subject },
    // Two transactions of one commit share their time: the seal and the id keep them in the order they were made.
    orderBy: [{ recordedAt: "asc" }, { xid: "asc" }, { id: "asc" }],
    select: { id: true, kind: true, by: true, occurredAt: true, recordedAt: true, reversesId: true },
  });
  const entries = await tx.ledgerEntry.findMany({
    where: { transactionId: { in: transactions.map(({ id }) => id) } },
    orderBy: { amountMinor: "desc" },
  });
  const accounts = await tx.ledgerAccount.findMany({
    where: { id: { in: entries.map(({ accountId }) => accountId) } },
  });
  const codes = new Map(accounts.map(({ id, code }) => [id, code]));
  return transactions.map((transaction) => ({
    ...transaction,
    entries: entries
      .filter(({ transactionId }) => transactionId === transaction.id)
      .map(({ accountId, currency, amountMinor }) => ({
        account: codes.get(accountId) ?? "",
        currency,
        amountMinor,
      })),
  }));
}
