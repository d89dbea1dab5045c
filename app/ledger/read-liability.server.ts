import { rootDb, type Deps } from "~/platform/deps.server";
import { CHAMPION_PAYABLE_PREFIX, CHAMPION_PENDING_PREFIX, FULFIL_KIND, WRITE_OFF_KIND } from "./chart-of-accounts";

/** What was owed to champions over one month, in minor units: opening + granted - takenBack - paid + writtenOff = closing. */
export interface MonthOfLiability {
  /** `2026-11` */
  month: string;
  currency: string;
  openingMinor: bigint;
  grantedMinor: bigint;
  /** By refunds, disputes and refusals, less what their return gave back; below zero when more came back than went. */
  takenBackMinor: bigint;
  paidMinor: bigint;
  /** What champions owed and nobody asks for any more (M12): it ends a debt to the company, so more is owed on balance. */
  writtenOffMinor: bigint;
  closingMinor: bigint;
}

/** What was owed at the end of each month and what changed it, the newest month first; pending and approved rewards alike. */
export async function readLiability({ zone }: { zone: string }, { db = rootDb }: Pick<Deps, "db"> = {}): Promise<MonthOfLiability[]> {
  return db.transaction("read-liability", (tx) => tx.sql.rows<MonthOfLiability>`
    with owed as (
      select id from ledger_account where starts_with(code, ${CHAMPION_PENDING_PREFIX}) or starts_with(code, ${CHAMPION_PAYABLE_PREFIX})
    ), moved as (
      select to_char(t.recorded_at at time zone ${zone}, 'YYYY-MM') as month, e.currency, t.kind, -sum(e.amount_minor) as amount
        from ledger_entry e join owed on owed.id = e.account_id join ledger_transaction t on t.id = e.transaction_id
       group by 1, 2, 3
    ), monthly as (
      select month, currency, sum(amount) as change,
             coalesce(sum(amount) filter (where kind = 'grant_reward'), 0) as granted,
             coalesce(-sum(amount) filter (where kind = ${FULFIL_KIND}), 0) as paid,
             coalesce(sum(amount) filter (where kind = ${WRITE_OFF_KIND}), 0) as written_off
        from moved group by month, currency
    )
    select month, currency, granted::bigint as granted_minor, (granted - paid + written_off - change)::bigint as taken_back_minor,
           paid::bigint as paid_minor, written_off::bigint as written_off_minor,
           (sum(change) over upto - change)::bigint as opening_minor, (sum(change) over upto)::bigint as closing_minor
      from monthly window upto as (partition by currency order by month)
     order by month desc, currency`);
}
