import type { Tx } from "~/platform/db.server";
import type { RuleRecord } from "~/trust/rule-record";

/** What became of each finding that made a person look, by rule; of one program, the rules by number. */
export async function countFindings(tx: Tx, programId: string): Promise<RuleRecord[]> {
  return await tx.$queryRaw<RuleRecord[]>`
    with finding as (
      select t.rule, t.conversion_id, r.status::text as status, r.decided_by, r.taken_back_minor > 0 as taken_back,
             coalesce((select a.upheld from appeal a where a.reward_id = r.id order by a.created_at desc limit 1), false) as upheld,
             (select v.genuine from trust_verdict v where v.conversion_id = t.conversion_id order by v.decided_at desc, v.id desc limit 1) as genuine
        from trust_check t
        join reward r on r.conversion_id = t.conversion_id and r.side = 'champion'
       where r.program_id = ${programId}
         and (t.outcome in ('routine_check', 'flag', 'hold') or t.compared ? 'adviceOnly')
    ), judged as (
      select rule, upheld,
             (taken_back or genuine = false or status = 'rejected' and decided_by <> 'system') and not upheld as was_right,
             upheld or genuine and not taken_back as was_wrong
        from finding
    )
    select rule, count(*)::integer as found,
           count(*) filter (where was_right)::integer as right,
           count(*) filter (where was_wrong and not was_right)::integer as wrong,
           count(*) filter (where upheld)::integer as "appealsUpheld",
           count(*) filter (where not coalesce(was_right, false) and not coalesce(was_wrong, false))::integer as open
      from judged group by rule order by substring(rule from 2)::integer`;
}
