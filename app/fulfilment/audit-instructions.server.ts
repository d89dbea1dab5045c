import { FULFIL_KIND, PAYABLE_KINDS, RETURN_KIND } from "~/ledger/chart-of-accounts";
import type { Tx } from "~/platform/db.server";

export interface InstructionFinding {
  invariant: "I32";
  /** An instruction, or the reward of bookings without one. */
  subject: string;
  detail: string;
}

/** Compares each hand-over that was confirmed, less what came back of it, with its bookings, both ways (I32), at most `limit` findings. */
export async function auditInstructions(tx: Tx, limit: number): Promise<InstructionFinding[]> {
  return await tx.$queryRaw<InstructionFinding[]>`
    with booked as (
      select t.subject as reward_id, sum(e.amount_minor) as amount
        from ledger_transaction t
        join ledger_entry e on e.transaction_id = t.id
        join ledger_account a on a.id = e.account_id and split_part(a.code, ':', 1) = any(${PAYABLE_KINDS})
       where t.kind in (${FULFIL_KIND}, ${RETURN_KIND}) group by t.subject
    ), given as (
      select i.id, i.reward_id, case when i.status in ('confirmed', 'returned') then i.amount_minor else 0 end - coalesce(
               (select sum(r.amount_minor) from reversal r where r.intent_key = i.idempotency_key and r.status = 'confirmed'), 0) as amount
        from instruction i where i.status in ('confirmed', 'returned') or exists (select 1 from reversal r where r.instruction_id = i.id)
    )
    select 'I32' as invariant, coalesce(g.id, b.reward_id) as subject,
           coalesce(b.amount::text, 'nothing') || ' in the book, ' || coalesce(g.amount::text, 'nothing') || ' handed over' as detail
      from given g full join booked b using (reward_id)
     where coalesce(g.amount, 0) <> coalesce(b.amount, 0) order by 2 limit ${limit}`;
}
