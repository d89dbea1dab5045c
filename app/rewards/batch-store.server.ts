import { Prisma, type Batch } from "../../prisma/generated/client";
import type { Tx } from "~/platform/db.server";
import type { BatchOutcome, BatchSum } from "./batch";
import { APPEALED, IN, matching } from "./queue-store.server";
import type { QueueFilter, QueueView } from "./queue-view";

export type BatchRow = Batch;

/** The clauses and the language of those who can be refused by one sentence. */
export interface SameTerms {
  termsVersionId: string;
  locale: string;
}

/** A reward as the batch remembers it. */
export interface BatchLine {
  rewardId: string;
  version: number;
  championName: string;
  dueMinor: bigint;
  currency: string;
  outcome: BatchOutcome | null;
  code: string | null;
}

interface Search {
  view: QueueView;
  filter: QueueFilter;
}

/** What lies in a drawer and fits a search, `r`; what is under appeal lies among those that wait. */
function found({ view, filter }: Search): Prisma.Sql {
  const lying = view === "waiting" ? Prisma.sql`((${IN[view]}) or ${APPEALED})` : Prisma.sql`(${IN[view]}) and not ${APPEALED}`;
  return Prisma.sql`${lying} and ${matching(filter)}`;
}

/** The terms that bound a champion when a reward `r` was granted, `t`, and the person `c` behind it. */
const BESIDE = Prisma.sql`
  join champion c on c.id = r.champion_id
  left join person p on p.id = c.person_id
  left join lateral (select a.terms_version_id from terms_acceptance a
                      where a.champion_id = r.champion_id and a.accepted_at <= r.created_at
                      order by a.accepted_at desc limit 1) t on true`;

export async function insertBatch(tx: Tx, batch: Pick<BatchRow, "id" | "act" | "by" | "place" | "preparedAt"> & Partial<BatchRow>): Promise<void> {
  await tx.batch.create({ data: batch });
}

/** The terms and the language most of what is found has in common; null when nobody accepted any. */
export async function findMostAlike(tx: Tx, search: Search): Promise<SameTerms | null> {
  const [most] = await tx.$queryRaw<SameTerms[]>`
    select t.terms_version_id as "termsVersionId", p.locale from reward r ${BESIDE}
     where ${found(search)} and t.terms_version_id is not null and p.locale is not null
     group by 1, 2 order by count(*) desc, 1, 2 limit 1`;
  return most ?? null;
}

/** Takes in what is found as it stands now, and says which of it cannot be decided by this person and why. */
export async function insertFound(tx: Tx, batch: { id: string; by: string; refusal: SameTerms | null | undefined }, search: Search): Promise<void> {
  const { id, by, refusal } = batch;
  const otherTerms = refusal === undefined ? Prisma.sql`false` : Prisma.sql`(t.terms_version_id, p.locale) is distinct from (${refusal?.termsVersionId ?? null}, ${refusal?.locale ?? null}) or t.terms_version_id is null`;
  const firstIsTheirs = refusal !== undefined ? Prisma.sql`false` : Prisma.sql`r.approvals_needed > 1 and exists (
    select 1 from reward_event e where e.reward_id = r.id and e.kind = 'first_approval' and e.by = ${by}
       and not exists (select 1 from reward_event l where l.reward_id = r.id and l.version > e.version and l.from_status is distinct from l.to_status))`;
  await tx.$executeRaw`
    insert into batch_item (batch_id, reward_id, version, due_minor, currency, outcome, code)
    select ${id}, id, version, due_minor, currency, case when code is not null then 'left_out'::batch_outcome end, code
      from (select r.id, r.version, r.due_minor, r.currency, case
                     when 'person:' || c.person_id = ${by} then 'forbidden'
                     when ${APPEALED} then 'appeal_open'
                     when r.reason = 'dispute_open' then 'dispute_open'
                     when ${otherTerms} then 'other_terms'
                     when ${firstIsTheirs} then 'second_admin_needed' end as code
              from reward r ${BESIDE} where ${found(search)}) as seen`;
}

/** Takes in what another batch approved, as it stood right after. */
export async function insertApprovedOf(tx: Tx, { id, ofBatchId }: { id: string; ofBatchId: string }): Promise<number> {
  return await tx.$executeRaw`
    insert into batch_item (batch_id, reward_id, version, due_minor, currency)
    select ${id}, reward_id, version_after, due_minor, currency from batch_item where batch_id = ${ofBatchId} and outcome = 'approved'`;
}

export async function findBatch(tx: Tx, id: string): Promise<BatchRow | null> {
  return await tx.batch.findUnique({ where: { id } });
}

export async function findUndoOf(tx: Tx, ofBatchId: string): Promise<BatchRow | null> {
  return await tx.batch.findUnique({ where: { ofBatchId } });
}

/** FOR UPDATE: of two who press the button, one starts it. */
export async function lockBatch(tx: Tx, id: string): Promise<BatchRow | null> {
  await tx.$queryRaw`select 1 as locked from batch where id = ${id} for update`;
  return await findBatch(tx, id);
}

export async function updateBatch(tx: Tx, id: string, changes: Partial<BatchRow>): Promise<void> {
  await tx.batch.update({ where: { id }, data: changes });
}

/** Ends a batch of which nothing waits any more. @returns whether it ended, now or before */
export async function closeBatch(tx: Tx, id: string, now: Date): Promise<boolean> {
  const [open] = await tx.$queryRaw<unknown[]>`select 1 as open from batch_item where batch_id = ${id} and outcome is null limit 1`;
  if (!open) await tx.batch.updateMany({ where: { id, finishedAt: null }, data: { finishedAt: now } });
  return !open;
}

export async function sumItems(tx: Tx, batchId: string): Promise<BatchSum[]> {
  return await tx.$queryRaw<BatchSum[]>`
    select outcome::text as outcome, code, currency, count(*)::integer as count, sum(due_minor)::bigint as "dueMinor"
      from batch_item where batch_id = ${batchId} group by 1, 2, 3 order by count(*) desc, 1, 2, 3`;
}

/** What became of each: what was not done on top, then in the order of the rewards. */
export async function findLines(tx: Tx, batchId: string, { skip, take }: { skip: number; take: number }): Promise<BatchLine[]> {
  return await tx.$queryRaw<BatchLine[]>`
    select i.reward_id as "rewardId", i.version, c.display_name as "championName", i.due_minor as "dueMinor", i.currency,
           i.outcome::text as outcome, i.code
      from (select * from batch_item where batch_id = ${batchId}
             order by code is null, coalesce(outcome = 'left_out', false), reward_id limit ${take} offset ${skip}) i
      join reward r on r.id = i.reward_id join champion c on c.id = r.champion_id
     order by i.code is null, coalesce(i.outcome = 'left_out', false), i.reward_id`;
}

/** The next of those that wait for their turn. */
export async function findOpenItems(tx: Tx, batchId: string, take: number): Promise<{ rewardId: string; version: number }[]> {
  return await tx.batchItem.findMany({ where: { batchId, outcome: null }, orderBy: { rewardId: "asc" }, take, select: { rewardId: true, version: true } });
}

/** FOR UPDATE. @returns false when somebody else settled it meanwhile */
export async function lockOpenItem(tx: Tx, item: { batchId: string; rewardId: string }): Promise<boolean> {
  const rows = await tx.sql.rows`
    select 1 as open from batch_item where batch_id = ${item.batchId} and reward_id = ${item.rewardId} and outcome is null for update`;
  return rows.length > 0;
}

export function settleItem(tx: Tx, item: { batchId: string; rewardId: string; outcome: BatchOutcome; code: string | null; version: number | null }): void {
  tx.sql.send`
    update batch_item set outcome = ${item.outcome}::batch_outcome, code = ${item.code}, version_after = ${item.version}
     where batch_id = ${item.batchId} and reward_id = ${item.rewardId}`;
}

/** The latest, newest first, with how far each is. */
export async function findLatest(tx: Tx, take: number): Promise<(BatchRow & { total: number; done: number })[]> {
  const batches = await tx.batch.findMany({ where: { startedAt: { not: null } }, orderBy: { preparedAt: "desc" }, take });
  const sums = await tx.$queryRaw<{ batchId: string; total: number; done: number }[]>`
    select batch_id as "batchId", count(*)::integer as total, count(outcome)::integer as done
      from batch_item where batch_id = any(${batches.map(({ id }) => id)}) and outcome is distinct from 'left_out' group by 1`;
  return batches.map((batch) => ({ ...batch, ...(sums.find(({ batchId }) => batchId === batch.id) ?? { total: 0, done: 0 }) }));
}

/** Forgets those that nobody started. */
export async function deleteUnstarted(tx: Tx, preparedBefore: Date): Promise<number> {
  return (await tx.batch.deleteMany({ where: { startedAt: null, preparedAt: { lt: preparedBefore } } })).count;
}
