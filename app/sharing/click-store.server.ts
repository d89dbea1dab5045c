import type { Tx } from "~/platform/db.server";
import type { OwnConnection } from "~/platform/own-connection.server";
import { Statement } from "~/platform/statement-batch.server";
import type { Click, FullNetwork } from "./click";

/** What `clicks.record` wants to know of a click, in its order. */
const COLUMNS: ((click: Click) => string | null)[] = [
  (click) => click.id,
  (click) => click.occurredAt.toISOString(),
  (click) => click.linkId,
  (click) => click.programId,
  (click) => click.uncountedBecause,
  (click) => click.device,
  (click) => click.language,
  (click) => click.country,
  (click) => click.referrerHost,
  (click) => click.networkHash,
  (click) => click.formerNetworkHash,
  (click) => click.agentHash,
  (click) => click.channel,
  (click) => click.tag,
];

const RECORD = new Statement(
  `select network, full_from as "from", full_until as until
     from clicks.record(${Array.from({ length: COLUMNS.length + 3 }, (_, i) => `$${i + 1}`).join(", ")})`,
);
const ENSURE_PARTITION = new Statement("select clicks.ensure_partitions($1, $1)");

const NO_PARTITION = "23514";

/**
 * Writes clicks with their totals under the limits of R18 and A20, in one call and one transaction; those that are there
 * already stay as they are.
 * @param clicks of each network one at most
 * @returns the networks that reached the limit
 */
export async function writeClicks(connection: OwnConnection, clicks: Click[], withinMs: number): Promise<FullNetwork[]> {
  const columns = COLUMNS.map((column) => arrayLiteral(clicks, column));
  const values = [...columns, ...timesOf(clicks), stripesOf(clicks)];
  try {
    return await connection.run<FullNetwork>(RECORD, values, withinMs);
  } catch (error) {
    if ((error as { code?: string }).code !== NO_PARTITION) throw error;
    // The worker makes them months ahead; a clock that jumped may be further ahead still.
    const months = [...new Set(clicks.map(({ occurredAt }) => occurredAt.toISOString().slice(0, 7)))];
    for (const month of months) await connection.run(ENSURE_PARTITION, [`${month}-01T00:00:00Z`], withinMs);
    return await connection.run<FullNetwork>(RECORD, values, withinMs);
  }
}

/** A text array as PostgreSQL reads it, several times faster than what the driver would make of it; null when it holds nothing. */
function arrayLiteral(clicks: Click[], column: (click: Click) => string | null): string | null {
  let literal = "{";
  let empty = true;
  for (const click of clicks) {
    const text = column(click);
    if (literal.length > 1) literal += ",";
    if (text === null) {
      literal += "NULL";
      continue;
    }
    empty = false;
    literal += `"${SPECIAL.test(text) ? text.replace(/["\\]/g, "\\$&") : text}"`;
  }
  return empty ? null : `${literal}}`;
}

const SPECIAL = /["\\]/;

/** When the oldest and the newest of them happened. */
function timesOf(clicks: Click[]): [string | undefined, string | undefined] {
  let oldest = clicks[0]?.occurredAt;
  let newest = oldest;
  for (const { occurredAt } of clicks) {
    if (oldest && occurredAt < oldest) oldest = occurredAt;
    if (newest && occurredAt > newest) newest = occurredAt;
  }
  return [oldest?.toISOString(), newest?.toISOString()];
}

/** The parts of all networks that are locked together, ascending: a network's is the first character of its hash. */
function stripesOf(clicks: Click[]): string {
  const stripes = new Set<number>();
  for (const { networkHash } of clicks) if (networkHash !== null) stripes.add(networkHash.charCodeAt(0));
  return `{${[...stripes].sort((a, b) => a - b).join(",")}}`;
}

/** Makes sure that a click of that moment has a partition to go to. */
export async function ensurePartition(tx: Tx, at: Date): Promise<void> {
  await tx.$queryRaw`select clicks.ensure_partitions(${at}::timestamptz, ${at}::timestamptz)`;
}

/** Deletes the clicks before a moment; channel and tag of those that figures still ask about stay. @returns how many */
export async function deleteClicks(tx: Tx, before: Date): Promise<number> {
  await tx.$executeRaw`
    insert into clicks.kept_channel (click_id, channel, tag)
    select k.id, k.channel, k.tag from clicks.click k
     where k.occurred_at < ${before} and coalesce(k.channel, k.tag) is not null
       and (exists (select 1 from claim c where c.click_id = k.id) or exists (select 1 from touch t where t.source = k.id))
    on conflict do nothing`;
  return tx.$executeRaw`delete from clicks.click where occurred_at < ${before}`;
}

/** Visits of each link from the day's totals: those that count and those that do not (R18). */
export async function sumClicks(tx: Tx, linkIds: string[]): Promise<Map<string, { counted: number; uncounted: number }>> {
  const rows = await tx.$queryRaw<{ linkId: string; counted: number; uncounted: number }[]>`
    select link_id as "linkId", sum(counted)::integer as counted, sum(uncounted)::integer as uncounted
      from clicks.daily where link_id = any(${linkIds}) group by link_id`;
  return new Map(rows.map(({ linkId, ...sums }) => [linkId, sums]));
}

interface TagRow {
  linkId: string;
  tag: string;
  count: number;
}

/** Counted visits of each link and sub-tag, from the day's totals (A5). */
export async function sumClicksByTag(tx: Tx, linkIds: string[]): Promise<TagRow[]> {
  return tx.$queryRaw<TagRow[]>`
    select link_id as "linkId", tag, sum(counted)::integer as count
      from clicks.daily_tag where link_id = any(${linkIds}) group by link_id, tag having sum(counted) > 0`;
}

/** Claims of each link and of the sub-tag of their click, those included whose click is deleted (L8). */
export async function countClaimsByTag(tx: Tx, linkIds: string[]): Promise<TagRow[]> {
  return tx.$queryRaw<TagRow[]>`
    select c.link_id as "linkId", coalesce(k.tag, kept.tag) as tag, count(*)::integer as count
      from claim c
      left join clicks.click k on k.id = c.click_id
      left join clicks.kept_channel kept on kept.click_id = c.click_id
     where c.link_id = any(${linkIds}) and coalesce(k.tag, kept.tag) is not null group by 1, 2`;
}

/** Clicks on these links from one moment up to another: those that count and those that do not (R18). */
export async function countClicksOf(
  tx: Tx,
  linkIds: string[],
  from: Date,
  until: Date,
): Promise<{ counted: number; uncounted: number }> {
  const [sums] = await tx.$queryRaw<{ counted: number; uncounted: number }[]>`
    select count(*) filter (where counted)::integer as counted, count(*) filter (where not counted)::integer as uncounted
      from clicks.click where link_id = any(${linkIds}) and occurred_at >= ${from} and occurred_at < ${until}`;
  return sums ?? { counted: 0, uncounted: 0 };
}
