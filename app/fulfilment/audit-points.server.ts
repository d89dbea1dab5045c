import { CHAMPION_POINTS_PREFIX } from "~/ledger/chart-of-accounts";
import type { Tx } from "~/platform/db.server";
import type { InstructionFinding } from "./audit-instructions.server";

/** Compares each champion's points in the book with what was given, taken back and spent (I32); none are below zero (I9). At most `limit` findings. */
export async function auditPoints(tx: Tx, limit: number): Promise<InstructionFinding[]> {
  return await tx.$queryRaw<InstructionFinding[]>`
    with booked as (
      select substr(a.code, length(${CHAMPION_POINTS_PREFIX}) + 1) as champion_id, -sum(e.amount_minor) as points
        from ledger_entry e join ledger_account a on a.id = e.account_id and starts_with(a.code, ${CHAMPION_POINTS_PREFIX}) group by 1
    ), moved as (
      select champion_id, (request ->> 'points')::numeric as points from instruction where request ->> 'rail' = 'points' and status = 'confirmed'
      union all
      select i.champion_id, -(r.request ->> 'points')::numeric from reversal r join instruction i on i.idempotency_key = r.intent_key and i.status = 'confirmed'
       where r.request ->> 'rail' = 'points' and r.status = 'confirmed'
      union all
      select champion_id, -points from prize_order where undone_at is null
    ), known as (select champion_id, sum(points) as points from moved group by 1)
    select 'I32' as invariant, coalesce(b.champion_id, k.champion_id) as subject,
           coalesce(b.points, 0) || ' points in the book, ' || coalesce(k.points, 0) || ' by what was given and spent' as detail
      from booked b full join known k using (champion_id)
     where coalesce(b.points, 0) <> coalesce(k.points, 0) or b.points < 0 order by 2 limit ${limit}`;
}
