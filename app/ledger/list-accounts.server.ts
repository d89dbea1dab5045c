import { rootDb, type Deps } from "~/platform/deps.server";
import { pageOf, type PageOf, type PageWish } from "~/platform/page";
import type { BookDay } from "./list-balances.server";

export interface AccountBalance {
  id: string;
  code: string;
  currency: string;
  /** At the end of the day asked for; debit positive, credit negative. */
  balanceMinor: bigint;
}

/** The accounts of one kind page by page, the newest first, each with its balance at the end of a day. */
export async function listAccounts(
  { kind, day, zone }: BookDay & { kind: string },
  wish: PageWish,
  { db = rootDb }: Pick<Deps, "db"> = {},
): Promise<PageOf<AccountBalance>> {
  const rows = await db.transaction("list-accounts", (tx) => tx.sql.rows<AccountBalance>`
    with midnight as materialized (
      select (${day}::date + 1)::timestamp at time zone ${zone} as at
    ), late as materialized (
      select account_id, sum(amount_minor) as change from ledger_uncounted(), midnight where recorded_at < at group by account_id
    )
    select a.id, a.code, a.currency, (coalesce(ledger_total_before('balance', a.id, at), 0) + coalesce(change, 0))::bigint as balance_minor
      from (select id, code, currency from ledger_account
             where split_part(code, ':', 1) = ${kind} and (${wish.after}::text is null or id < ${wish.after})
             order by id desc limit ${wish.limit + 1}) a
      cross join midnight left join late on account_id = a.id
     order by a.id desc`);
  return pageOf(rows, wish);
}
