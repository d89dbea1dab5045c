import { DONATE_KIND, DONATIONS_MADE } from "~/ledger/chart-of-accounts";
import type { Tx } from "~/platform/db.server";
import type { InstructionFinding } from "./audit-instructions.server";

/** Compares each donation that was passed on with its booking, both ways (I32), at most `limit` findings. */
export async function auditDonations(tx: Tx, limit: number): Promise<InstructionFinding[]> {
  return await tx.$queryRaw<InstructionFinding[]>`
    with booked as (
      select t.idem_key, -sum(e.amount_minor) as amount
        from ledger_transaction t
        join ledger_entry e on e.transaction_id = t.id
        join ledger_account a on a.id = e.account_id and a.code = ${DONATIONS_MADE}
       where t.kind = ${DONATE_KIND} group by t.id
    ), made as (select d.id, ${DONATE_KIND} || ':' || d.id as idem_key, d.amount_minor as amount from donation d)
    select 'I32' as invariant, coalesce(m.id, b.idem_key) as subject,
           coalesce(b.amount::text, 'nothing') || ' in the book, ' || coalesce(m.amount::text, 'nothing') || ' passed on' as detail
      from made m full join booked b using (idem_key)
     where m.amount is distinct from b.amount order by 2 limit ${limit}`;
}
