import { rootDb, type Deps } from "~/platform/deps.server";
import { NotFoundError } from "~/platform/errors";
import { pageOf, type PageOf, type PageWish } from "~/platform/page";
import type { AccountBalance } from "./list-accounts.server";
import type { BookDay } from "./list-balances.server";

export interface AccountEntry {
  id: string;
  transactionId: string;
  kind: string;
  subject: string;
  by: string;
  recordedAt: Date;
  amountMinor: bigint;
}

/**
 * One account with its balance at the end of a day, and what was booked there until then page by page, the newest first.
 * @throws NotFoundError
 */
export async function listAccountEntries(
  { accountId, kind, day, zone }: BookDay & { accountId: string; /** Of the bookings; null is every one. */ kind: string | null },
  wish: PageWish,
  { db = rootDb }: Pick<Deps, "db"> = {},
): Promise<{ account: AccountBalance } & PageOf<AccountEntry>> {
  return db.transaction("list-account-entries", async (tx) => {
    // An account of ten entries and one of half a million want different plans, and PostgreSQL must not settle on one for both.
    tx.sql.send`set local plan_cache_mode = force_custom_plan`;
    const [account] = await tx.sql.rows<AccountBalance>`
      with midnight as materialized (
        select (${day}::date + 1)::timestamp at time zone ${zone} as at
      )
      select a.id, a.code, a.currency, (coalesce(ledger_total_before('balance', a.id, at), 0) + coalesce((
               select sum(amount_minor) from ledger_uncounted() where account_id = a.id and recorded_at < at), 0))::bigint as balance_minor
        from ledger_account a, midnight where a.id = ${accountId}`;
    if (!account) throw new NotFoundError("account", { accountId });
    const last = wish.after === null ? null : await tx.ledgerEntry.findUnique({ where: { id: wish.after }, select: { id: true, transactionId: true } });
    const from = last && (await tx.ledgerTransaction.findUnique({ where: { id: last.transactionId }, select: { recordedAt: true } }));
    // The first comparison with the cursor is for the index, the second exact.
    const rows = await tx.sql.rows<AccountEntry>`
      select e.id, t.id as transaction_id, t.kind, t.subject, t.by, t.recorded_at, e.amount_minor
        from ledger_transaction t join ledger_entry e on e.transaction_id = t.id
       where e.account_id = ${accountId} and (${kind}::text is null or t.kind = ${kind})
         and t.recorded_at < (${day}::date + 1)::timestamp at time zone ${zone}
         and t.recorded_at <= ${from?.recordedAt ?? "infinity"}::timestamptz
         and (${last?.id ?? null}::text is null
              or (t.recorded_at, t.id, e.id) < (${from?.recordedAt ?? null}::timestamptz, ${last?.transactionId ?? null}, ${last?.id ?? null}))
       order by t.recorded_at desc, t.id desc, e.id desc limit ${wish.limit + 1}`;
    return { account, ...pageOf(rows, wish) };
  });
}
