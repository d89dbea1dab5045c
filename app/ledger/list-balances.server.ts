import { rootDb, type Deps } from "~/platform/deps.server";

/** A local day: what was recorded by its end counts. A closed day never changes, whatever becomes known later. */
export interface BookDay {
  /** `2026-11-24` */
  day: string;
  zone: string;
}

/** All accounts of one kind and currency together: every champion's payable, say. */
export interface KindBalance {
  /** What stands before the colon of an account's code. */
  kind: string;
  currency: string;
  accounts: number;
  /** The only account of its kind, to be opened at once; null where there are several. */
  accountId: string | null;
  debitMinor: bigint;
  creditMinor: bigint;
}

/** The balance of every kind of account at the end of a day: debits and credits add up to the same (I2). */
export async function listBalances({ day, zone }: BookDay, { db = rootDb }: Pick<Deps, "db"> = {}): Promise<KindBalance[]> {
  return db.transaction("list-balances", (tx) => tx.sql.rows<KindBalance>`
    with moved as (
      select e.account_id, sum(e.amount_minor)::bigint as balance
        from ledger_entry e join ledger_transaction t on t.id = e.transaction_id
       where t.recorded_at < (${day}::date + 1)::timestamp at time zone ${zone}
       group by e.account_id
    )
    select split_part(a.code, ':', 1) as kind, a.currency, count(*)::integer as accounts,
           case when count(*) = 1 then min(a.id) end as account_id,
           coalesce(sum(m.balance) filter (where m.balance > 0), 0)::bigint as debit_minor,
           coalesce(-sum(m.balance) filter (where m.balance < 0), 0)::bigint as credit_minor
      from moved m join ledger_account a on a.id = m.account_id
     group by 1, 2 order by 2, 1`);
}
