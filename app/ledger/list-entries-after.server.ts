import { rootDb, type Deps } from "~/platform/deps.server";
import { pageArgs, pageOf, type PageOf, type PageWish } from "~/platform/page";

export interface ListedEntry {
  id: string;
  account: string;
  currency: string;
  /** Debit is positive, credit is negative. */
  amountMinor: bigint;
  transaction: { id: string; kind: string; subject: string; reversesId: string | null; occurredAt: Date; recordedAt: Date };
}

/** Entries of the book page by page, the newest first; of one subject (a reward, say) when asked. */
export async function listEntriesAfter(
  { subject }: { subject?: string },
  wish: PageWish,
  { db = rootDb }: Pick<Deps, "db"> = {},
): Promise<PageOf<ListedEntry>> {
  const { where, ...args } = pageArgs(wish);
  return db.transaction("list-entries-after", async (tx) => {
    const about = subject === undefined ? null : await tx.ledgerTransaction.findMany({ where: { subject }, select: { id: true } });
    const narrowed = about ? { transactionId: { in: about.map(({ id }) => id) } } : {};
    const { rows, after } = pageOf(await tx.ledgerEntry.findMany({ where: { AND: [where, narrowed] }, ...args }), wish);
    const transactions = await tx.ledgerTransaction.findMany({
      where: { id: { in: rows.map(({ transactionId }) => transactionId) } },
      select: { id: true, kind: true, subject: true, reversesId: true, occurredAt: true, recordedAt: true },
    });
    const accounts = await tx.ledgerAccount.findMany({ where: { id: { in: rows.map(({ accountId }) => accountId) } } });
    const transactionOf = new Map(transactions.map((transaction) => [transaction.id, transaction]));
    const codeOf = new Map(accounts.map(({ id, code }) => [id, code]));
    return {
      rows: rows.flatMap(({ id, transactionId, accountId, currency, amountMinor }) => {
        const transaction = transactionOf.get(transactionId);
        return transaction ? [{ id, account: codeOf.get(accountId) ?? "", currency, amountMinor, transaction }] : [];
      }),
      after,
    };
  });
}
