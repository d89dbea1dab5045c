import { FULFIL_KIND, PAYABLE_KINDS } from "~/ledger/chart-of-accounts";
import type { Tx } from "~/platform/db.server";

export interface InstructionFinding {
  invariant: "I32";
  /** An instruction, or the key of a booking without one. */
  subject: string;
  detail: string;
}

/** Compares each hand-over that was confirmed with its booking, both ways (I32), at most `limit` findings. */
export async function auditInstructions(tx: Tx, limit: number): Promise<InstructionFinding[]> {
  return await tx.$queryRaw<InstructionFinding[]>`
    with booked as (
      select t.idem_key, sum(e.amount_minor) as amount
        from ledger_transaction t
        join ledger_entry e on e.transaction_id = t.id
        join ledger_account a on a.id = e.account_id and split_part(a.code, ':', 1) = any(${PAYABLE_KINDS})
       where t.kind = ${FULFIL_KIND} group by t.id
    ), confirmed as (
      select i.id, ${FULFIL_KIND} || ':' || i.id as idem_key, i.amount_minor as amount
        from instruction i where i.status = 'confirmed' and i.amount_minor <> 0
    )
    select 'I32' as invariant, coalesce(c.id, b.idem_key) as subject,
           coalesce(b.amount::text, 'nothing') || ' in the book, ' || coalesce(c.amount::text, 'nothing') || ' handed over' as detail
      from confirmed c full join booked b using (idem_key)
     where c.amount is distinct from b.amount order by 2 limit ${limit}`;
}
