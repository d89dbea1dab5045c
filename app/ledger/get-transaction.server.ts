import { rootDb, type Deps } from "~/platform/deps.server";
import { NotFoundError } from "~/platform/errors";

export interface ShownTransaction {
  id: string;
  kind: string;
  subject: string;
  by: string;
  idemKey: string;
  reversesId: string | null;
  occurredAt: Date;
  recordedAt: Date;
  /** Debits first. */
  entries: { id: string; accountId: string; account: string; currency: string; amountMinor: bigint }[];
  /** Its place in the chain of hashes (I10); null until the next minute. */
  link: { position: bigint; hash: string; before: string | null } | null;
}

/** One transaction of the book. @throws NotFoundError */
export async function getTransaction(id: string, { db = rootDb }: Pick<Deps, "db"> = {}): Promise<ShownTransaction> {
  return db.transaction("get-transaction", async (tx) => {
    const found = await tx.ledgerTransaction.findUnique({ where: { id }, omit: { inputHash: true, xid: true } });
    if (!found) throw new NotFoundError("transaction", { id });
    const entries = await tx.sql.rows<ShownTransaction["entries"][number]>`
      select e.id, a.id as account_id, a.code as account, e.currency, e.amount_minor
        from ledger_entry e join ledger_account a on a.id = e.account_id
       where e.transaction_id = ${id} order by e.amount_minor desc, e.id`;
    const link = await tx.ledgerChain.findUnique({ where: { transactionId: id }, select: { position: true, hash: true } });
    const before = link && (await tx.ledgerChain.findUnique({ where: { position: link.position - 1n }, select: { hash: true } }));
    return { ...found, entries, link: link && { ...link, before: before?.hash ?? null } };
  });
}
