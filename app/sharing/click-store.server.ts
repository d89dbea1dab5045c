import type { Tx } from "~/platform/db.server";
import type { UncountedReason, Visit } from "./visit.server";

export interface NewClick extends Omit<Visit, "uncountedBecause"> {
  id: string;
  occurredAt: Date;
  linkId: string;
  programId: string;
  uncountedBecause: UncountedReason | null;
  networkHash: string | null;
  /** The same network under the key before, in the days after a change of keys (R39). */
  formerNetworkHash: string | null;
  agentHash: string | null;
}

/** Where a click came from, under every key that may have been used lately. */
type NetworkOfClick = Pick<NewClick, "networkHash" | "formerNetworkHash" | "linkId" | "occurredAt">;

/** Makes visits from one network wait for each other, so that a limit is exact; ends with the transaction. */
export async function lockNetwork(tx: Tx, networkHash: string): Promise<void> {
  await tx.$queryRaw`select pg_advisory_xact_lock(hashtextextended(${`clicks:${networkHash}`}, 0))::text`;
}

/** How many clicks a network made: on any link in the minute before `at`, and counted ones on this link in the hour. */
export async function countOfNetwork(
  tx: Tx,
  { networkHash, formerNetworkHash, linkId, occurredAt: at }: NetworkOfClick,
): Promise<{ lastMinute: number; onLinkLastHour: number }> {
  const minuteAgo = new Date(at.getTime() - 60_000);
  const hourAgo = new Date(at.getTime() - 3_600_000);
  const rows = await tx.$queryRaw<{ lastMinute: number; onLinkLastHour: number }[]>`
    select count(*) filter (where occurred_at > ${minuteAgo})::integer as "lastMinute",
           count(*) filter (where link_id = ${linkId} and counted)::integer as "onLinkLastHour"
      from clicks.click
     where network_hash in (${networkHash}, ${formerNetworkHash}) and occurred_at > ${hourAgo} and occurred_at <= ${at}`;
  return rows[0] ?? { lastMinute: 0, onLinkLastHour: 0 };
}

/** Appends a click and adds it to its day's totals in one transaction. @returns false when it is there already */
export async function insertClick(tx: Tx, click: NewClick): Promise<boolean> {
  const counted = click.uncountedBecause === null;
  const inserted = await tx.$executeRaw`
    insert into clicks.click (id, occurred_at, link_id, program_id, counted, reason, device, language, country,
                              referrer_host, network_hash, agent_hash, channel)
    values (${click.id}, ${click.occurredAt}, ${click.linkId}, ${click.programId}, ${counted}, ${click.uncountedBecause},
            ${click.device}, ${click.language}, ${click.country}, ${click.referrerHost}, ${click.networkHash},
            ${click.agentHash}, ${click.channel})
    on conflict do nothing`;
  if (inserted === 0) return false;
  await tx.$executeRaw`
    insert into clicks.daily (day, link_id, channel, counted, uncounted)
    values ((${click.occurredAt}::timestamptz at time zone 'UTC')::date, ${click.linkId}, ${click.channel ?? ""},
            ${counted ? 1 : 0}, ${counted ? 0 : 1})
    on conflict (day, link_id, channel) do update
      set counted = daily.counted + excluded.counted, uncounted = daily.uncounted + excluded.uncounted`;
  return true;
}

/** Makes sure that a click of that moment has a partition to go to. */
export async function ensurePartition(tx: Tx, at: Date): Promise<void> {
  await tx.$queryRaw`select clicks.ensure_partitions(${at}::timestamptz, ${at}::timestamptz)`;
}

/** Deletes the clicks before a moment; the channel of those that figures still ask about stays. @returns how many */
export async function deleteClicks(tx: Tx, before: Date): Promise<number> {
  await tx.$executeRaw`
    insert into clicks.kept_channel (click_id, channel)
    select k.id, k.channel from clicks.click k
     where k.occurred_at < ${before} and k.channel is not null
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
