import { rootDb, type Deps } from "~/platform/deps.server";
import { FULFIL_KIND, PAYABLE_KINDS, PENDING_KINDS, RETURN_KIND, WRITE_OFF_KIND } from "./chart-of-accounts";
import { EVERY_SCOPE } from "./every-scope.server";
import { postedBy } from "./totals";

const OWED_ON = [...PENDING_KINDS, ...PAYABLE_KINDS];

/** What was owed to champions and friends over one month, in minor units: opening + granted - takenBack - paid + writtenOff = closing. */
export interface MonthOfLiability {
  /** `2026-11` */
  month: string;
  currency: string;
  openingMinor: bigint;
  grantedMinor: bigint;
  /** By refunds, disputes and refusals, less what their return gave back; below zero when more came back than went. */
  takenBackMinor: bigint;
  /** Less what came back of it. */
  paidMinor: bigint;
  /** What champions owed and nobody asks for any more (M12): it ends a debt to the company, so more is owed on balance. */
  writtenOffMinor: bigint;
  closingMinor: bigint;
}

/** What was owed at the end of each month and what changed it, the newest month first; pending and approved rewards alike. */
export async function readLiability({ zone }: { zone: string }, { db = rootDb }: Pick<Deps, "db"> = {}): Promise<MonthOfLiability[]> {
  return db.transaction("read-liability", (tx) => tx.sql.rows<MonthOfLiability>`
    with recursive ${EVERY_SCOPE}, late as materialized (
      select split_part(a.code, ':', 1) || ' ' || a.currency as scope, a.currency, l.kind, l.recorded_at, l.amount_minor
        from ledger_uncounted() l join ledger_account a on a.id = l.account_id
       where split_part(a.code, ':', 1) = any(${OWED_ON})
    ), owed as (
      select scope, split_part(scope, ' ', 2) as currency from scope
       where split_part(scope, ' ', 1) = any(${OWED_ON})
    ), edge as (
      select min(r.quarter) as first, max(r.quarter) as last from owed
       cross join lateral (select min(quarter) as quarter from ledger_total where measure = 'open' and scope = owed.scope
                           union all select max(quarter) from ledger_total where measure = 'open' and scope = owed.scope) r
    ), month as (
      select month, (month + interval '1 month') at time zone ${zone} as ends
        from edge, generate_series(date_trunc('month', first at time zone ${zone}), date_trunc('month', last at time zone ${zone}), interval '1 month') as month
    ), standing as (
      select month, currency, sum(ledger_total_before('credit', scope, ends) - ledger_total_before('debit', scope, ends)) as owed,
             coalesce(-sum(ledger_total_before('posted:grant_reward', scope, ends)), 0) as granted,
             coalesce(sum(ledger_total_before(${postedBy(FULFIL_KIND)}, scope, ends)), 0) + coalesce(sum(ledger_total_before(${postedBy(RETURN_KIND)}, scope, ends)), 0) as paid,
             coalesce(-sum(ledger_total_before(${postedBy(WRITE_OFF_KIND)}, scope, ends)), 0) as written_off
        from month cross join owed group by month, currency
    ), moved as (
      select to_char(month, 'YYYY-MM') as month, currency, coalesce(owed, 0) - lag(coalesce(owed, 0), 1, 0) over before as change,
             granted - lag(granted, 1, 0) over before as granted, paid - lag(paid, 1, 0) over before as paid,
             written_off - lag(written_off, 1, 0) over before as written_off
        from standing window before as (partition by currency order by month)
      union all
      select to_char(recorded_at at time zone ${zone}, 'YYYY-MM'), currency, -sum(amount_minor),
             coalesce(-sum(amount_minor) filter (where kind = 'grant_reward'), 0), coalesce(sum(amount_minor) filter (where kind in (${FULFIL_KIND}, ${RETURN_KIND})), 0),
             coalesce(-sum(amount_minor) filter (where kind = ${WRITE_OFF_KIND}), 0)
        from late group by 1, 2
    ), monthly as (
      select month, currency, sum(change) as change, sum(granted) as granted, sum(paid) as paid, sum(written_off) as written_off
        from moved group by month, currency having bool_or((change, granted, paid, written_off) <> (0, 0, 0, 0))
    )
    select month, currency, granted::bigint as granted_minor, (granted - paid + written_off - change)::bigint as taken_back_minor,
           paid::bigint as paid_minor, written_off::bigint as written_off_minor,
           (sum(change) over upto - change)::bigint as opening_minor, (sum(change) over upto)::bigint as closing_minor
      from monthly window upto as (partition by currency order by month)
     order by month desc, currency`);
}
