import { currencyDigits } from "~/platform/money";

/** A transaction as it stands in a file for the bookkeeper. */
export interface FiledTransaction {
  id: string;
  kind: string;
  subject: string;
  by: string;
  reversesId: string | null;
  occurredAt: Date;
  recordedAt: Date;
  /** The local day it was recorded, `2026-11-24`. */
  day: string;
  /** Its place in the chain of hashes; null until it has one. */
  position: bigint | null;
  entries: { id: string; account: string; currency: string; amountMinor: string }[];
}

export const BOOK_COLUMNS = [
  "transaction", "day", "recorded_at", "occurred_at", "booking", "about", "by", "reverses", "entry", "account", "currency", "amount_minor", "debit", "credit", "link",
];

/** The lines of one transaction, one per entry: their `amount_minor` of each currency add up to 0. */
export function bookLines(transaction: FiledTransaction): (string | bigint | Date | null)[][] {
  const { id, day, recordedAt, occurredAt, kind, subject, by, reversesId, position, entries } = transaction;
  return entries.map((entry) => {
    const amount = BigInt(entry.amountMinor);
    const debit = amount > 0n ? decimal(amount, entry.currency) : null;
    const credit = amount < 0n ? decimal(-amount, entry.currency) : null;
    return [id, day, recordedAt, occurredAt, kind, subject, by, reversesId, entry.id, entry.account, entry.currency, amount, debit, credit, position];
  });
}

/** One transaction in the journal format that hledger, Ledger and Beancount's importers read. */
export function journalEntry({ id, day, kind, subject, reversesId, entries }: FiledTransaction): string {
  const reverses = reversesId ? `, reverses:${reversesId}` : "";
  const postings = entries.map(({ account, currency, amountMinor }) => `    ${account}  ${decimal(BigInt(amountMinor), currency)} ${currency}`);
  return [`${day} * (${id}) ${kind}  ; about:${subject}${reverses}`, ...postings, "", ""].join("\n");
}

/** Whole units with a point, as files write them: `-10.00`, `1200` for yen. */
function decimal(amountMinor: bigint, currency: string): string {
  const digits = currencyDigits(currency);
  const sign = amountMinor < 0n ? "-" : "";
  const text = (amountMinor < 0n ? -amountMinor : amountMinor).toString().padStart(digits + 1, "0");
  return digits === 0 ? sign + text : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}
