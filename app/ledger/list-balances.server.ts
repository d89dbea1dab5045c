import { rootDb, type Deps } from "~/platform/deps.server";
import { EVERY_SCOPE } from "./every-scope.server";

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
  /** How many of them are not at 0. */
  open: number;
  /** The only account of its kind, to be opened at once; null where there are several. */
  accountId: string | null;
  debitMinor: bigint;
  creditMinor: bigint;
}

/** A kind with as many accounts is listed, in whatever currencies they are. */
const FEW = 20;

/** The balance of every kind of account at the end of a day: debits and credits add up to the same (I2). */
export async function listBalances({ day, zone }: BookDay, { db = rootDb }: Pick<Deps, "db"> = {}): Promise<KindBalance[]> {
  return db.transaction("list-balances", (tx) => tx.sql.rows<KindBalance>`
    with recursive ${EVERY_SCOPE}, midnight as materialized (
      select (${day}::date + 1)::timestamp at time zone ${zone} as at
    ), counted as (
      select scope, ledger_total_before('debit', scope, at) as debit, ledger_total_before('credit', scope, at) as credit,
             ledger_total_before('open', scope, at) as open
        from scope, midnight where scope is not null
    ), late as (
      select account_id, sum(amount_minor) as change from ledger_uncounted(), midnight where recorded_at < at group by account_id
    ), touched as materialized (
      select account_id, change, coalesce(ledger_total_before('balance', account_id, at), 0) as before from late, midnight
    ), standing as (
      select scope, debit, credit, open from counted where open is not null
      union all
      select split_part(a.code, ':', 1) || ' ' || a.currency, greatest(before + change, 0) - greatest(before, 0),
             greatest(-before - change, 0) - greatest(-before, 0), (before + change <> 0)::integer - (before <> 0)::integer
        from touched join ledger_account a on a.id = account_id
    )
    select split_part(scope, ' ', 1) as kind, split_part(scope, ' ', 2) as currency, sum(open)::integer as open,
           sum(debit)::bigint as debit_minor, sum(credit)::bigint as credit_minor,
           -- One by one along the index of kinds, which an order by the id alone would not take.
           (select case when count(*) < ${FEW} and count(*) filter (where few.currency = split_part(scope, ' ', 2)) = 1
                        then min(id) filter (where few.currency = split_part(scope, ' ', 2)) end
              from (select a.id, a.currency, split_part(a.code, ':', 1) as kind from ledger_account a
                     where (split_part(a.code, ':', 1), a.id) >= (split_part(scope, ' ', 1), '')
                     order by split_part(a.code, ':', 1), a.id limit ${FEW}) few
             where few.kind = split_part(scope, ' ', 1)) as account_id
      from standing group by scope order by 2, 1`);
}
