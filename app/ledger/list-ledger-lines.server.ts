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
  // Two transactions of one commit share their time: the seal and the id keep them in the order they were made.
  const rows = await tx.sql.rows<Omit<LedgerLine, "entries"> & LedgerLine["entries"][number]>`
    select t.id, t.kind, t.by, t.occurred_at, t.recorded_at, t.reverses_id, a.code as account, e.currency, e.amount_minor
      from ledger_transaction t
      join ledger_entry e on e.transaction_id = t.id
      join ledger_account a on a.id = e.account_id
     where t.subject = ${subject}
     order by t.recorded_at, t.xid, t.id, e.amount_minor desc`;
  const lines = new Map<string, LedgerLine>();
  for (const { account, currency, amountMinor, ...transaction } of rows) {
    const line = lines.get(transaction.id) ?? { ...transaction, entries: [] };
    line.entries.push({ account, currency, amountMinor });
    lines.set(line.id, line);
  }
  return [...lines.values()];
}
