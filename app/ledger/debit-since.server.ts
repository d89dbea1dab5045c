import type { Tx } from "~/platform/db.server";

/**
 * Since when an account has stood on the debit side without a break: the moment of the transaction that took it there.
 * Null when it does not stand there now.
 */
export async function debitSince(tx: Tx, account: string, currency: string): Promise<Date | null> {
  const [row] = await tx.$queryRaw<{ since: Date | null }[]>`
    with step as (
      select t.occurred_at, row_number() over whole as position, sum(sum(e.amount_minor)) over whole as balance
        from ledger_entry e
        join ledger_account a on a.id = e.account_id
        join ledger_transaction t on t.id = e.transaction_id
       where a.code = ${account} and a.currency = ${currency}
       group by t.id
      window whole as (order by t.recorded_at, t.xid, t.id)
    )
    select min(occurred_at) as since from step
     where position > coalesce((select max(position) from step where balance <= 0), 0)`;
  return row?.since ?? null;
}
