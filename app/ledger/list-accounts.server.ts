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
    select a.id, a.code, a.currency, coalesce((
             select sum(e.amount_minor) from ledger_entry e join ledger_transaction t on t.id = e.transaction_id
              where e.account_id = a.id and t.recorded_at < (${day}::date + 1)::timestamp at time zone ${zone}), 0)::bigint as balance_minor
      from ledger_account a
     where split_part(a.code, ':', 1) = ${kind} and (${wish.after}::text is null or a.id < ${wish.after})
     order by a.id desc limit ${wish.limit + 1}`);
  return pageOf(rows, wish);
}
