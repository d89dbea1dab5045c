import type { Tx } from "~/platform/db.server";
import { BALANCE, type CountedEntry, type MovedBalance, type TotalChange } from "./totals";

/** The position of the last link of the chain that the totals hold; 0 while they hold nothing. */
export async function findCounted(tx: Tx): Promise<bigint> {
  return (await tx.ledgerCounted.findFirst({ select: { position: true } }))?.position ?? 0n;
}

export function saveCounted(tx: Tx, position: bigint): void {
  tx.sql.insert("ledger_counted", [{ position }], "on conflict (one) do update set position = excluded.position");
}

/** The entries of the links that come next, and the position of the last of these links. */
export async function listUncounted(tx: Tx, after: bigint, limit: number): Promise<(CountedEntry & { position: bigint })[]> {
  return await tx.sql.rows<CountedEntry & { position: bigint }>`
    select c.position, e.account_id, split_part(a.code, ':', 1) || ' ' || a.currency as scope, t.kind,
           date_bin('15 minutes', t.recorded_at, '2000-01-01Z') as quarter, e.amount_minor
      from (select position, transaction_id from ledger_chain where position > ${after} order by position limit ${limit}) c
      join ledger_transaction t on t.id = c.transaction_id
      join ledger_entry e on e.transaction_id = t.id
      join ledger_account a on a.id = e.account_id
     order by c.position`;
}

/**
 * Adds changes to the running totals, from their quarters on. One writer at a time: the caller holds the chain's lock.
 * @returns the balances of accounts that were touched
 */
export async function addToTotals(tx: Tx, changes: readonly TotalChange[]): Promise<MovedBalance[]> {
  const measures = changes.map(({ measure }) => measure);
  const scopes = changes.map(({ scope }) => scope);
  const quarters = changes.map(({ quarter }) => quarter);
  const amounts = changes.map(({ changeMinor }) => changeMinor);
  tx.sql.send`
    insert into ledger_total (measure, scope, quarter, running_minor)
    select d.measure, d.scope, d.quarter, coalesce(ledger_total_before(d.measure, d.scope, d.quarter), 0)
      from unnest(${measures}::text[], ${scopes}::text[], ${quarters}::timestamptz[]) as d (measure, scope, quarter)
        on conflict do nothing`;
  return await tx.sql.rows<MovedBalance>`
    with added as (
      select r.measure, r.scope, r.quarter, sum(d.amount)::bigint as change
        from unnest(${measures}::text[], ${scopes}::text[], ${quarters}::timestamptz[], ${amounts}::bigint[]) as d (measure, scope, quarter, amount)
        join ledger_total r on r.measure = d.measure and r.scope = d.scope and r.quarter >= d.quarter
       group by r.measure, r.scope, r.quarter
    ), written as (
      update ledger_total r set running_minor = r.running_minor + a.change
        from added a where r.measure = a.measure and r.scope = a.scope and r.quarter = a.quarter
      returning r.measure, r.scope, r.quarter, r.running_minor, a.change
    )
    select scope as account_id, quarter, running_minor as balance_minor, change as change_minor from written where measure = ${BALANCE}`;
}
