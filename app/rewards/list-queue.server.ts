import { rootDb, type Deps } from "~/platform/deps.server";
import type { QueueView } from "./queue-view";
import type { RewardStatus } from "./reward";

export const QUEUE_PAGE = 50;

export interface QueueRow {
  rewardId: string;
  version: number;
  championName: string;
  /** The person behind the champion: one's own cannot be decided (W15). */
  personId: string;
  programSlug: string;
  grantedMinor: bigint;
  dueMinor: bigint;
  currency: string;
  status: RewardStatus;
  reason: string | null;
  needsPerson: boolean;
  approvalsNeeded: number;
  /** By when a decision was promised. */
  decideBy: Date;
  /** By when an appeal that waits was promised its answer; null without one. */
  appealAnswerBy: Date | null;
  createdAt: Date;
}

export interface Queue {
  rows: QueueRow[];
  counts: Record<QueueView, number>;
  page: number;
  pages: number;
}

interface QueueQuery {
  view: QueueView;
  page: number;
}

/** One drawer of the desk, what is promised first on top, with how much lies in each. */
export async function listQueue({ view, page }: QueueQuery, { db = rootDb }: Deps = {}): Promise<Queue> {
  return await db.transaction("list-queue", async (tx) => {
    const counted = await tx.$queryRaw<{ view: QueueView; count: bigint }[]>`
      select case
               when a.id is not null or r.status in ('pending', 'held') and r.needs_person then 'waiting'
               when r.status in ('pending', 'held') then 'hold'
               when r.status in ('approved', 'payable', 'in_transit') then 'approved'
               when r.status = 'paid' then 'fulfilled'
               when r.status in ('rejected', 'expired') then 'refused'
               else 'reversed'
             end as view,
             count(*) as count
        from reward r left join appeal a on a.reward_id = r.id and a.answered_at is null
       group by 1`;
    const counts: Queue["counts"] = {
      waiting: 0,
      hold: 0,
      approved: 0,
      fulfilled: 0,
      refused: 0,
      reversed: 0,
    };
    for (const { view: drawer, count } of counted) counts[drawer] = Number(count);
    const pages = Math.max(1, Math.ceil(counts[view] / QUEUE_PAGE));
    const shown = Math.min(Math.max(1, page), pages);
    const undecided = ["waiting", "hold"].includes(view);
    const rows = await tx.$queryRaw<QueueRow[]>`
      select r.id as "rewardId", r.version, c.display_name as "championName", c.person_id as "personId", p.slug as "programSlug",
             r.granted_minor as "grantedMinor", r.due_minor as "dueMinor", r.currency, r.status::text as status, r.reason,
             r.needs_person as "needsPerson", r.approvals_needed as "approvalsNeeded",
             r.decide_by as "decideBy", a.answer_by as "appealAnswerBy", r.created_at as "createdAt"
        from reward r
        join champion c on c.id = r.champion_id
        join program p on p.id = r.program_id
        left join appeal a on a.reward_id = r.id and a.answered_at is null
       where case ${view}
               when 'waiting' then a.id is not null or r.status in ('pending', 'held') and r.needs_person
               when 'hold' then r.status in ('pending', 'held') and not r.needs_person
               when 'approved' then r.status in ('approved', 'payable', 'in_transit')
               when 'fulfilled' then r.status = 'paid'
               when 'refused' then r.status in ('rejected', 'expired') and a.id is null
               else r.status in ('partly_reversed', 'reversed')
             end
       order by case when ${undecided} then coalesce(a.answer_by, r.decide_by) end asc, r.created_at desc, r.id
       limit ${QUEUE_PAGE} offset ${(shown - 1) * QUEUE_PAGE}`;
    return { rows, counts, page: shown, pages };
  });
}
