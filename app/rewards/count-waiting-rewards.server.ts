import type { Tx } from "~/platform/db.server";

/** How many rewards lie in the drawer "waiting": those that want a person, and those under appeal. */
export async function countWaitingRewards(tx: Tx): Promise<number> {
  const [row] = await tx.$queryRaw<{ count: number }[]>`
    select count(*)::integer as count
      from reward r left join appeal a on a.reward_id = r.id and a.answered_at is null
     where a.id is not null or r.status in ('pending', 'held') and r.needs_person`;
  return row?.count ?? 0;
}
