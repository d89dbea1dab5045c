import { rootDb, systemClock, type Deps } from "~/platform/deps.server";

export interface DueReward {
  id: string;
  championId: string;
  programVersionId: string;
  programId: string;
}

const BATCH = 200;

/** The rewards whose hold is over and that a release would move on, those promised first on top; 200 at most. */
export async function listDueRewards({ db = rootDb, clock = systemClock }: Deps = {}): Promise<DueReward[]> {
  const now = clock.now();
  const lately = new Date(now.getTime() - 7 * 86_400_000);
  return await db.transaction(
    "list-due-rewards",
    (tx) =>
      tx.$queryRaw<DueReward[]>`
      select r.id, r.champion_id as "championId", r.program_version_id as "programVersionId", r.program_id as "programId"
        from reward r
       where r.hold_ends_at <= ${now}
         and (r.status = 'approved'
           or r.status in ('pending', 'held') and r.reason is distinct from 'dispute_open' and not exists (
                select 1 from reward_event e where e.reward_id = r.id and e.kind = 'escalate_reward' and e.occurred_at > ${lately}))
       order by r.decide_by, r.id limit ${BATCH}`,
  );
}
