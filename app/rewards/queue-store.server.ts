import { Prisma } from "../../prisma/generated/client";
import type { Tx } from "~/platform/db.server";
import { literally } from "~/platform/like-pattern";
import type { Side } from "~/programs/reward-side";
import type { QueueFilter, QueueView } from "./queue-view";
import type { RewardStatus } from "./reward";

export interface QueueRow {
  rewardId: string;
  version: number;
  championName: string;
  side: Side;
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

/** What lies in each drawer, in the words of its index (`reward_waiting` …); appeals are beside. */
export const IN: Record<QueueView, Prisma.Sql> = {
  waiting: Prisma.sql`r.status in ('pending', 'held') and r.needs_person`,
  hold: Prisma.sql`r.status in ('pending', 'held') and not r.needs_person`,
  approved: Prisma.sql`r.status in ('approved', 'payable', 'in_transit')`,
  fulfilled: Prisma.sql`r.status = 'paid'`,
  refused: Prisma.sql`r.status in ('rejected', 'expired')`,
  reversed: Prisma.sql`r.status in ('partly_reversed', 'reversed')`,
};

/** Whatever became of a reward, with an open appeal it waits for a person. */
export const APPEALED = Prisma.sql`exists (select 1 from appeal a where a.reward_id = r.id and a.answered_at is null)`;

/** What a search asks of a reward `r`. */
export function matching({ program, reason, search }: QueueFilter): Prisma.Sql {
  const wanted = [
    program && Prisma.sql`r.program_id = (select id from program where slug = ${program})`,
    reason && Prisma.sql`r.reason = ${reason}`,
    search && Prisma.sql`r.champion_id in (select id from champion where display_name ilike ${`%${literally(search)}%`})`,
  ].filter((each) => each !== null && each !== "");
  return wanted.length === 0 ? Prisma.sql`true` : Prisma.join(wanted, " and ");
}

// Those under appeal are few: they are counted apart, so that all others are counted from an index.
function counted(view: QueueView, filter: QueueFilter): Prisma.Sql {
  const lying = Prisma.sql`select count(*) from reward r where ${IN[view]} and ${matching(filter)}`;
  const appealed = (of: Prisma.Sql) =>
    Prisma.sql`select count(*) from appeal a join reward r on r.id = a.reward_id where a.answered_at is null and ${of} and ${matching(filter)}`;
  const added = view === "waiting" ? Prisma.sql` + (${appealed(Prisma.sql`true`)})` : Prisma.empty;
  return Prisma.sql`((${lying}) - (${appealed(IN[view])})${added})::integer`;
}

/** How many lie in these drawers. */
export async function countDrawers<View extends QueueView>(tx: Tx, views: readonly View[], filter: QueueFilter): Promise<Record<View, number>> {
  const columns = views.map((view) => Prisma.sql`${counted(view, filter)} as ${Prisma.raw(view)}`);
  const [row] = await tx.$queryRaw<[Record<View, number>]>`select ${Prisma.join(columns)}`;
  return row;
}

/** How many wait, counted up to `most`: the time this takes does not grow with them. */
export async function countSomeWaiting(tx: Tx, most: number): Promise<number> {
  const [row] = await tx.$queryRaw<[{ n: number }]>`
    select count(*)::integer as n from (
      select id from (
        (select r.id from reward r where ${IN.waiting} and not ${APPEALED} limit ${most})
        union all select a.reward_id from appeal a where a.answered_at is null) waiting
       limit ${most}) counted`;
  return row.n;
}

/** So many rows after so many, of a drawer that holds so many. */
export interface DrawerPart {
  skip: number;
  take: number;
  of: number;
}

/**
 * Part of a drawer: what is promised first on top where somebody waits, the newest where nobody does. Counted from
 * whichever end is nearer, so that the last page of many opens as fast as the first.
 */
export async function readDrawer(tx: Tx, view: QueueView, filter: QueueFilter, { skip, take, of }: DrawerPart): Promise<QueueRow[]> {
  const fromEnd = skip > of / 2;
  const passed = fromEnd ? Math.max(0, of - skip - take) : skip;
  const wanted = fromEnd ? Math.max(0, Math.min(take, of - skip)) : take;
  const order = fromEnd ? Prisma.sql`promised desc, created_at, id desc` : Prisma.sql`promised, created_at desc, id`;
  const promised = view === "waiting" || view === "hold" ? Prisma.sql`r.decide_by` : Prisma.sql`null::timestamptz`;
  const appeals = Prisma.sql`
    union all
    select r.id, (select a.answer_by from appeal a where a.reward_id = r.id and a.answered_at is null), r.created_at
      from reward r where ${APPEALED} and ${matching(filter)}`;
  return await tx.$queryRaw<QueueRow[]>`
    with shown as (
      select * from (
        (select r.id, ${promised} as promised, r.created_at from reward r
          where ${IN[view]} and not ${APPEALED} and ${matching(filter)}
          order by ${order} limit ${passed + wanted})
        ${view === "waiting" ? appeals : Prisma.empty}
      ) as candidates
      order by ${order} limit ${wanted} offset ${passed})
    select r.id as "rewardId", r.version, c.display_name as "championName", r.side::text as side, c.person_id as "personId", p.slug as "programSlug",
           r.granted_minor as "grantedMinor", r.due_minor as "dueMinor", r.currency, r.status::text as status, r.reason,
           r.needs_person as "needsPerson", r.approvals_needed as "approvalsNeeded",
           r.decide_by as "decideBy", a.answer_by as "appealAnswerBy", r.created_at as "createdAt"
      from shown
      join reward r on r.id = shown.id
      join champion c on c.id = r.champion_id
      join program p on p.id = r.program_id
      left join appeal a on a.reward_id = r.id and a.answered_at is null
     order by shown.promised, shown.created_at desc, shown.id`;
}
