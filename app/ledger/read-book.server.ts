import { rootDb, type Deps } from "~/platform/deps.server";
import type { FiledTransaction } from "./book-file";

const PART = 1_000;

/**
 * Every transaction recorded in a month with its entries, oldest first, a part at a time: however long the month is, no
 * more than one part is in memory.
 * @param month `2026-11`, in `zone`
 */
export async function* readBook(
  { month, zone }: { month: string; zone: string },
  { db = rootDb }: Pick<Deps, "db"> = {},
): AsyncGenerator<FiledTransaction[]> {
  let last: { recordedAt: Date; id: string } | undefined;
  for (;;) {
    const after = last;
    const part = await db.transaction("read-book", (tx) => tx.sql.rows<FiledTransaction>`
      select t.id, t.kind, t.subject, t.by, t.reverses_id, t.occurred_at, t.recorded_at, c.position,
             to_char(t.recorded_at at time zone ${zone}, 'YYYY-MM-DD') as day,
             (select json_agg(json_build_object('id', e.id, 'account', a.code, 'currency', e.currency, 'amountMinor', e.amount_minor::text)
                              order by e.amount_minor desc, e.id)
                from ledger_entry e join ledger_account a on a.id = e.account_id where e.transaction_id = t.id) as entries
        from ledger_transaction t left join ledger_chain c on c.transaction_id = t.id
       where t.recorded_at >= (${month} || '-01')::date::timestamp at time zone ${zone}
         and t.recorded_at < ((${month} || '-01')::date + interval '1 month') at time zone ${zone}
         and (${after?.id ?? null}::text is null or (t.recorded_at, t.id) > (${after?.recordedAt ?? null}::timestamptz, ${after?.id ?? null}))
       order by t.recorded_at, t.id limit ${PART}`);
    if (part.length > 0) yield part;
    if (part.length < PART) return;
    last = part.at(-1);
  }
}
