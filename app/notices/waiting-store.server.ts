import type { Tx } from "~/platform/db.server";
import type { WaitingItem } from "./mail-values";

interface CountRow {
  what: WaitingItem["what"];
  late: boolean;
  count: bigint;
}

/**
 * What waits for a person at the desk, each with what was promised (a read-only view over rewards and champions). A
 * reward whose payment is disputed waits for the bank, not for us.
 */
export function countWaiting(tx: Tx, now: Date): Promise<CountRow[]> {
  return tx.$queryRaw<CountRow[]>`
    with waiting as (
      select 'reward' as what, decide_by as promised_by from reward
       where status in ('pending', 'held') and needs_person and reason is distinct from 'dispute_open'
      union all select 'application', answer_by from champion where status = 'applied'
      union all select 'appeal', answer_by from appeal where answered_at is null
      union all select 'question', answer_by from question where answered_at is null)
    select what, coalesce(promised_by < ${now}, false) as late, count(*) as count from waiting group by 1, 2`;
}

/** The same, one by one with a name and the page to go to; those promised first come first. */
export function listWaiting(tx: Tx, late: boolean, now: Date, limit: number): Promise<WaitingItem[]> {
  return tx.$queryRaw<WaitingItem[]>`
    with waiting as (
      select 'reward' as what, r.id as reward_id, r.decide_by as promised_by, c.display_name as name, '/desk/rewards/' || r.id as path
        from reward r join champion c on c.id = r.champion_id
       where r.status in ('pending', 'held') and r.needs_person and r.reason is distinct from 'dispute_open'
      union all
      select 'application', null, answer_by, display_name, '/desk/applications' from champion where status = 'applied'
      union all
      select 'appeal', null, a.answer_by, c.display_name, '/desk/rewards/' || a.reward_id
        from appeal a join reward r on r.id = a.reward_id join champion c on c.id = r.champion_id where a.answered_at is null
      union all
      select 'question', null, q.answer_by, c.display_name, '/desk/questions#' || q.id
        from question q join champion c on c.id = q.champion_id where q.answered_at is null)
    select what, reward_id as "rewardId", name, promised_by as "promisedBy", path from waiting
     where promised_by is not null and (promised_by < ${now}) = ${late}
     order by promised_by, path limit ${limit}`;
}
