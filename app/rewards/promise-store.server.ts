import { Prisma } from "../../prisma/generated/client";
import type { Tx } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import type { LateReason, PromiseKind, PromiseSum } from "./promise";

/** Something that waits for a person, with the hour that was promised for it. */
export interface OpenPromise {
  kind: PromiseKind;
  /** Of the reward, the appeal, the question, or of an application its champion. */
  objectId: string;
  /** Of a reward, and of what an appeal is about. */
  rewardId: string | null;
  championId: string;
  programId: string;
  championName: string;
  promisedAt: Date;
  /** One of two people has agreed. */
  halfway: boolean;
  /** Where it is answered. */
  path: string;
}

/** One promise whose hour lay in a period. */
export interface PromiseLine {
  kind: PromiseKind;
  objectId: string;
  championName: string;
  /** The hour that was promised first. */
  promisedAt: Date;
  /** Null while it still waits. */
  endedAt: Date | null;
  kept: boolean;
  path: string;
}

// What waits for the bank waits for nobody of ours; no friend was told an hour (W6).
const OPEN = Prisma.sql`
  select 'reward' as kind, r.id as object_id, r.id as reward_id, r.champion_id, r.decide_by as promised_at, '/desk/rewards/' || r.id as path,
         r.approvals_needed > 1 and exists (select 1 from reward_event e where e.reward_id = r.id and e.kind = 'first_approval') as halfway
    from reward r where r.side = 'champion' and r.status in ('pending', 'held') and r.needs_person and r.reason is distinct from 'dispute_open'
  union all
  select 'appeal', a.id, a.reward_id, r.champion_id, a.answer_by, '/desk/rewards/' || a.reward_id || '#appeal', false
    from appeal a join reward r on r.id = a.reward_id where a.answered_at is null
  union all
  select 'question', id, null, champion_id, answer_by, '/desk/questions#' || id, false from question where answered_at is null
  union all
  select 'application', id, null, id, answer_by, '/desk/applications', false from champion where status = 'applied' and answer_by is not null`;

/** What a person ended, or has to: a promise the machine keeps by itself at the end of a hold is none of theirs. */
const MADE = Prisma.sql`
  select 'reward' as kind, id as object_id, champion_id, decide_by as hour, decided_at as ended_at, '/desk/rewards/' || id as path
    from reward where side = 'champion' and ((decided_by is not null and decided_by not in ('system', 'stripe')) or (status in ('pending', 'held') and needs_person and reason is distinct from 'dispute_open'))
  union all
  select 'appeal', a.id, r.champion_id, a.answer_by, a.answered_at, '/desk/rewards/' || a.reward_id || '#appeal'
    from appeal a join reward r on r.id = a.reward_id
  union all
  select 'question', id, champion_id, answer_by, answered_at, '/desk/questions' from question
  union all
  select 'application', id, id, answer_by, decided_at, '/desk/people/' || person_id from champion where answer_by is not null`;

interface Period {
  from: Date;
  to: Date;
  now: Date;
}

/** Those whose first promised hour lay in a period and is over, each kept or not. */
function madeIn({ from, to, now }: Period): Prisma.Sql {
  return Prisma.sql`
    select m.kind, m.object_id, m.champion_id, m.path, m.ended_at, coalesce(l.promised_at, m.hour) as promised_at,
           coalesce(m.ended_at <= coalesce(l.promised_at, m.hour), false) as kept
      from (${MADE}) m
      left join lateral (select min(l.promised_at) as promised_at from late_promise l where l.kind::text = m.kind and l.object_id = m.object_id) l on true
     where coalesce(l.promised_at, m.hour) >= ${from} and coalesce(l.promised_at, m.hour) < ${to}
       and (m.ended_at is not null or coalesce(l.promised_at, m.hour) <= ${now})`;
}

/** What waits with an hour before a moment, promised first on top. */
export async function findOpenPromises(tx: Tx, before: Date, take: number): Promise<OpenPromise[]> {
  return await tx.$queryRaw<OpenPromise[]>`
    select o.kind, o.object_id as "objectId", o.reward_id as "rewardId", o.champion_id as "championId", c.program_id as "programId", c.display_name as "championName",
           o.promised_at as "promisedAt", o.halfway, o.path
      from (${OPEN}) o join champion c on c.id = o.champion_id
     where o.promised_at <= ${before} order by o.promised_at, o.object_id limit ${take}`;
}

/** How many there are, counted up to `most`: it is read with every page of the queue, however much waits. */
export async function countOpenPromises(tx: Tx, before: Date, most: number): Promise<number> {
  const [row] = await tx.$queryRaw<[{ count: number }]>`
    select count(*)::integer as count from (select 1 from (${OPEN}) o where o.promised_at <= ${before} limit ${most}) as pressing`;
  return row.count;
}

export async function sumPromises(tx: Tx, period: Period): Promise<PromiseSum[]> {
  return await tx.$queryRaw<PromiseSum[]>`
    select kind, count(*)::integer as promised, count(*) filter (where kept)::integer as kept from (${madeIn(period)}) as made group by 1`;
}

/** The broken ones on top, then in the order of their hours. */
export async function findPromises(tx: Tx, of: Period & { kind: PromiseKind; take: number }): Promise<PromiseLine[]> {
  return await tx.$queryRaw<PromiseLine[]>`
    select m.kind, m.object_id as "objectId", c.display_name as "championName", m.promised_at as "promisedAt", m.ended_at as "endedAt", m.kept, m.path
      from (${madeIn(of)}) m join champion c on c.id = m.champion_id where m.kind = ${of.kind}
     order by m.kept, m.promised_at, m.object_id limit ${of.take}`;
}

interface Move {
  objectId: string;
  promisedAt: Date;
  newBy: Date;
}

/** Moves the hour of a reward that still waits under the old one. @returns whether it did */
export async function moveReward(tx: Tx, { objectId: id, promisedAt, newBy }: Move): Promise<boolean> {
  const { count } = await tx.reward.updateMany({
    where: { id, decideBy: promisedAt, status: { in: ["pending", "held"] }, needsPerson: true },
    data: { decideBy: newBy, version: { increment: 1 } },
  });
  return count === 1;
}

export async function moveAppeal(tx: Tx, { objectId: id, promisedAt, newBy }: Move): Promise<boolean> {
  return (await tx.appeal.updateMany({ where: { id, answerBy: promisedAt, answeredAt: null }, data: { answerBy: newBy } })).count === 1;
}

export async function moveQuestion(tx: Tx, { objectId: id, promisedAt, newBy }: Move): Promise<boolean> {
  return (await tx.question.updateMany({ where: { id, answerBy: promisedAt, answeredAt: null }, data: { answerBy: newBy } })).count === 1;
}

export async function insertLate(tx: Tx, late: Omit<LatePromise, "id">): Promise<LatePromise> {
  const row = { id: newId("lat"), ...late };
  await tx.latePromise.create({ data: row });
  return row;
}

export interface LatePromise extends Move {
  id: string;
  kind: PromiseKind;
  championId: string;
  reason: LateReason;
  toldAt: Date;
}

/** What was told last about something; null when its hour was never moved. */
export async function findLatestLate(tx: Tx, objectId: string): Promise<LatePromise | null> {
  return (await tx.latePromise.findFirst({ where: { objectId }, orderBy: { toldAt: "desc" } })) as LatePromise | null;
}
