import type { Tx } from "~/platform/db.server";
import { SqlFragment } from "~/platform/sql.server";
import type { LedgerFinding } from "./audit-ledger.server";

/** The entries that the totals hold. */
const COUNTED = new SqlFragment(`
  ledger_transaction t join ledger_entry e on e.transaction_id = t.id
    join (select t.xid, t.id from ledger_counted c join ledger_chain l on l.position = c.position join ledger_transaction t on t.id = l.transaction_id) last
      on (t.xid, t.id) <= (last.xid, last.id)`);

const FINDING = new SqlFragment(`
  'I8' as invariant, measure || ' of ' || scope as subject,
  'at ' || to_char(quarter at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' is ' || coalesce(r.running_minor::text, 'not there')
    || ', and its entries come to ' || coalesce(d.running::text, 'nothing') as detail`);

/**
 * Computes the running totals anew and names those that are wrong, missing or too much (I8): the balances of accounts and
 * what each kind of transaction did from the entries, the totals of a kind of accounts from those balances.
 */
export async function auditTotals(tx: Tx, limit: number): Promise<LedgerFinding[]> {
  const balances = await tx.sql.rows<LedgerFinding>`
    with part as (
      select e.account_id as scope, date_bin('15 minutes', t.recorded_at, '2000-01-01Z') as quarter, sum(e.amount_minor) as amount from ${COUNTED} group by 1, 2
    ), due as (
      select 'balance' as measure, scope, quarter, sum(amount) over (partition by scope order by quarter) as running from part
    )
    select ${FINDING} from due d full join (select * from ledger_total where measure = 'balance') r using (measure, scope, quarter)
     where d.running is distinct from r.running_minor order by quarter, measure, scope limit ${limit}`;
  const posted = await tx.sql.rows<LedgerFinding>`
    with part as (
      select a.code_kind, a.currency, t.kind, date_bin('15 minutes', t.recorded_at, '2000-01-01Z') as quarter, sum(e.amount_minor) as amount
        from ${COUNTED} join (select id, split_part(code, ':', 1) as code_kind, currency from ledger_account) a on a.id = e.account_id
       group by 1, 2, 3, 4
    ), due as (
      select 'posted:' || kind as measure, code_kind || ' ' || currency as scope, quarter,
             sum(amount) over (partition by code_kind, currency, kind order by quarter) as running from part
    )
    select ${FINDING} from due d full join (select * from ledger_total where starts_with(measure, 'posted:')) r using (measure, scope, quarter)
     where d.running is distinct from r.running_minor order by quarter, measure, scope limit ${limit}`;
  const kinds = await tx.sql.rows<LedgerFinding>`
    with account as (
      select scope as id, quarter, running_minor as balance, coalesce(lag(running_minor) over (partition by scope order by quarter), 0) as before
        from ledger_total where measure = 'balance'
    ), kind as (
      select split_part(a.code, ':', 1) as code_kind, a.currency, quarter, sum(greatest(balance, 0) - greatest(before, 0)) as debit,
             sum(greatest(-balance, 0) - greatest(-before, 0)) as credit, sum((balance <> 0)::integer - (before <> 0)::integer) as open
        from account join ledger_account a using (id) group by 1, 2, 3
    ), due as (
      select m.measure, code_kind || ' ' || currency as scope, quarter, sum(m.amount) over (partition by m.measure, code_kind, currency order by quarter) as running
        from kind cross join lateral (values ('debit', debit), ('credit', credit), ('open', open)) as m (measure, amount)
    )
    select ${FINDING} from due d full join (select * from ledger_total where measure in ('debit', 'credit', 'open')) r using (measure, scope, quarter)
     where d.running is distinct from r.running_minor order by quarter, measure, scope limit ${limit}`;
  return [...balances, ...posted, ...kinds];
}
