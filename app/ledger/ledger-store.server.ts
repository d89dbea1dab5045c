import { createHash } from "node:crypto";
import { newId } from "~/platform/ids";
import type { Tx } from "~/platform/db.server";
import { canonicalInput, type EntryInput, type TransactionInput } from "./transaction-input";

/** What tells two inputs under one key apart. */
export function inputHashOf(input: TransactionInput): string {
  return createHash("sha256").update(canonicalInput(input)).digest("base64url");
}

/** Inserts the transaction row unless its key is taken; waits for a rival that is writing the same key. */
export async function insertTransaction(tx: Tx, input: TransactionInput): Promise<string | null> {
  const { kind, idemKey, subject, reversesId = null, by, occurredAt } = input;
  const [inserted] = await tx.sql.rows<{ id: string }>`
    insert into ledger_transaction (id, kind, idem_key, input_hash, subject, reverses_id, "by", occurred_at)
    values (${newId("txn")}, ${kind}, ${idemKey}, ${inputHashOf(input)}, ${subject}, ${reversesId}, ${by}, ${occurredAt})
    on conflict do nothing returning id`;
  return inserted?.id ?? null;
}

/** Inserts the transaction row under a key that must be free. @returns its id */
export function insertNewTransaction(tx: Tx, input: TransactionInput): string {
  const { kind, idemKey, subject, reversesId = null, by, occurredAt } = input;
  const row = { id: newId("txn"), kind, idemKey, inputHash: inputHashOf(input), subject, reversesId, by, occurredAt };
  tx.sql.insert("ledger_transaction", [row]);
  return row.id;
}

export async function findTransactionByKey(tx: Tx, idemKey: string) {
  return await tx.ledgerTransaction.findUnique({ where: { idemKey }, select: { id: true, inputHash: true } });
}

/** Makes the accounts that are missing. One order for everybody, so that two transactions cannot deadlock over new ones. */
function ensureAccounts(tx: Tx, entries: readonly EntryInput[]): void {
  const wanted = [...new Map(entries.map((entry) => [accountKey(entry), entry])).values()];
  const rows = wanted
    .sort((a, b) => (accountKey(a) < accountKey(b) ? -1 : 1))
    .map(({ account, currency }) => ({ id: newId("acc"), code: account, currency }));
  tx.sql.insert("ledger_account", rows, "on conflict do nothing");
}

export async function insertEntries(tx: Tx, transactionId: string, entries: readonly EntryInput[]): Promise<void> {
  ensureAccounts(tx, entries);
  // A statement of its own: it sees accounts that another transaction made in the meantime. Each is looked up by itself:
  // for a join PostgreSQL would read all accounts.
  tx.sql.send`
    insert into ledger_entry (id, transaction_id, account_id, currency, amount_minor)
    select e.id, ${transactionId}, (select a.id from ledger_account a where a.code = e.code and a.currency = e.currency), e.currency, e.amount_minor
      from unnest(${entries.map(() => newId("ent"))}::text[], ${entries.map(({ account }) => account)}::text[],
                  ${entries.map(({ currency }) => currency)}::text[], ${entries.map(({ amountMinor }) => amountMinor)}::bigint[])
           as e (id, code, currency, amount_minor)`;
}

function accountKey({ account, currency }: EntryInput): string {
  return `${account} ${currency}`;
}
