import type { Tx } from "~/platform/db.server";
import type { LedgerFinding } from "./audit-ledger.server";

/** Computes the running totals anew from the entries they hold and names each that is wrong, missing or too much (I8). */
export async function auditTotals(tx: Tx, limit: number): Promise<LedgerFinding[]> {
  return await tx.sql.rows<LedgerFinding>`
    with last as (
      select t.xid, t.id from ledger_counted c join ledger_chain l on l.position = c.position join ledger_transaction t on t.id = l.transaction_id
    ), part as (
      select e.account_id, split_part(a.code, ':', 1) || ' ' || a.currency as scope, t.kind,
             date_bin('15 minutes', t.recorded_at, '2000-01-01Z') as quarter, sum(e.amount_minor) as amount
        from ledger_transaction t join ledger_entry e on e.transaction_id = t.id join ledger_account a on a.id = e.account_id
       where (t.xid, t.id) <= (select xid, id from last)
       group by 1, 2, 3, 4
    ), account as (
      select account_id, scope, quarter, sum(sum(amount)) over upto as balance, coalesce(sum(sum(amount)) over upto - sum(amount), 0) as before
        from part group by account_id, scope, quarter window upto as (partition by account_id order by quarter)
    ), kind as (
      select scope, quarter, sum(greatest(balance, 0) - greatest(before, 0)) as debit, sum(greatest(-balance, 0) - greatest(-before, 0)) as credit,
             sum((balance <> 0)::integer - (before <> 0)::integer) as open
        from account group by scope, quarter
    ), due as (
      select 'balance' as measure, account_id as scope, quarter, balance as running from account
      union all
      select m.measure, k.scope, k.quarter, sum(m.amount) over (partition by m.measure, k.scope order by k.quarter)
        from kind k cross join lateral (values ('debit', k.debit), ('credit', k.credit), ('open', k.open)) as m (measure, amount)
      union all
      select 'posted:' || kind, scope, quarter, sum(sum(amount)) over (partition by kind, scope order by quarter) from part group by kind, scope, quarter
    )
    select 'I8' as invariant, measure || ' of ' || scope as subject,
           'at ' || to_char(quarter at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' is ' || coalesce(r.running_minor::text, 'not there')
             || ', and its entries come to ' || coalesce(d.running::text, 'nothing') as detail
      from due d full join ledger_total r using (measure, scope, quarter)
     where d.running is distinct from r.running_minor
     order by quarter, measure, scope limit ${limit}`;
}
