import type { Tx } from "~/platform/db.server";
import type { Side } from "~/programs/reward-side";
import { LEAVES_ROOM } from "~/programs/reward-worth";
import type { RealReward, ReplayPayment } from "./replay-facts";
import type { Setback } from "./taken-back-steps";

/** A window of payments of one program. */
interface Window {
  programId: string;
  from: Date;
  until: Date;
}

export type PaymentRow = Omit<ReplayPayment, "side" | "groups" | "baseMinor" | "real"> & {
  purchaseId: string;
  taxMinor: bigint;
  shippingMinor: bigint;
  rank: string;
  ruleKey: string | null;
  grantedMinor: bigint;
  reason: string | null;
  refused: RealReward["refused"];
  decidedAt: Date | null;
};

/** Every payment of a window that was somebody's, with what it really earned the champion; each friend's in the order they paid. */
export async function listPayments(tx: Tx, { programId, from, until }: Window): Promise<PaymentRow[]> {
  return await tx.sql.rows<PaymentRow>`
    select c.id as conversion_id, c.referral_id, c.champion_id, f.program_version_id as version_id, p.id as purchase_id,
           p.occurred_at as paid_at, coalesce(r.created_at, p.recorded_at) as earned_at, substr(coalesce(r.id, c.id), 5) as rank,
           p.currency, p.paid_minor, p.tax_minor, p.shipping_minor,
           p.subscription_id is not null and exists (
             select 1 from purchase e where e.subscription_id = p.subscription_id and e.id <> p.id and e.joined_into is null
                and e.occurred_at < p.occurred_at) as renews,
           r.rule_key, case when r.refused in ('rules', 'trust') then 0 else r.granted_minor end as granted_minor,
           r.reason, r.refused, r.decided_at
      from conversion c
      join purchase p on p.id = c.purchase_id
      join referral f on f.id = c.referral_id
      left join (
        select distinct on (w.conversion_id, w.champion_id) w.*,
               case when w.status <> 'rejected' then null when w.decided_by like 'person:%' then 'person'
                    when w.genuine = 'no' then 'trust' else 'rules' end as refused
          from reward w
         where w.program_id = ${programId} and w.side = 'champion' and w.milestone = 0 and w.created_at >= ${from}
         order by w.conversion_id, w.champion_id, w.due_minor = 0, w.id) r on r.conversion_id = c.id and r.champion_id = c.champion_id
     where c.program_id = ${programId} and c.outcome = 'attributed' and c.occurred_at >= ${from} and c.occurred_at < ${until}
     order by c.referral_id, p.occurred_at, c.id`;
}

export type FriendsOwnRow = RealReward & { conversionId: string };

/** What payments of a window really earned the friends themselves (W6). */
export async function listFriendsOwn(tx: Tx, { programId, from }: Window): Promise<FriendsOwnRow[]> {
  return await tx.sql.rows<FriendsOwnRow>`
    select distinct on (w.conversion_id) w.conversion_id, w.rule_key, w.reason, w.decided_at,
           case when w.status = 'rejected' and w.decided_by not like 'person:%' then 0 else w.granted_minor end as granted_minor,
           case when w.status <> 'rejected' then null when w.decided_by like 'person:%' then 'person'
                when w.genuine = 'no' then 'trust' else 'rules' end as refused
      from reward w join conversion c on c.id = w.conversion_id and c.champion_id = w.champion_id
     where w.program_id = ${programId} and w.side = 'friend' and w.created_at >= ${from}
     order by w.conversion_id, w.due_minor = 0, w.id`;
}

export type SetbackRow = Setback & { purchaseId: string };

/** What takes back of the payments of a window, oldest first. */
export async function listSetbacksOf(tx: Tx, { programId, from, until }: Window): Promise<SetbackRow[]> {
  return await tx.sql.rows<SetbackRow>`
    with paid as (
      select p.id, p.key, p.payment_intent_id, p.invoice_id from conversion c join purchase p on p.id = c.purchase_id
       where c.program_id = ${programId} and c.outcome = 'attributed' and c.occurred_at >= ${from} and c.occurred_at < ${until}
    ), name as (
      select id, key as name from paid
      union select id, payment_intent_id from paid where payment_intent_id is not null
      union select id, invoice_id from paid where invoice_id is not null
    )
    select n.id as purchase_id, r.kind, r.status::text as status, false as funds_withdrawn, r.amount_minor, r.currency, r.recorded_at,
           substr(r.id, 5) as rank
      from refund r join name n on n.name = r.payment_key
    union all
    select n.id, null, d.status, d.funds_withdrawn, d.amount_minor, d.currency, d.recorded_at, substr(d.id, 5)
      from dispute d join name n on n.name = d.payment_key
     order by recorded_at, rank`;
}

export interface LineRow {
  purchaseId: string;
  group: string;
  netMinor: bigint;
}

/** What was paid for each product group, as far as providers told it. */
export async function listGroupsOf(tx: Tx, { programId, from, until }: Window): Promise<LineRow[]> {
  return await tx.sql.rows<LineRow>`
    select l.purchase_id, l."group", sum(l.net_minor)::bigint as net_minor
      from conversion c join purchase_line l on l.purchase_id = c.purchase_id
     where c.program_id = ${programId} and c.outcome = 'attributed' and c.occurred_at >= ${from} and c.occurred_at < ${until}
     group by 1, 2`;
}

export interface BeforeRow {
  side: Side;
  referralId: string;
  championId: string;
  firstAt: Date | null;
  number: number | null;
  grantedMinor: bigint;
}

/** What every friend had earned a champion, and themselves, before a moment, in one currency. */
export async function listFriendsBefore(tx: Tx, of: { programId: string; currency: string; from: Date }): Promise<BeforeRow[]> {
  return await tx.sql.rows<BeforeRow>`
    with earned as (
      select r.side, r.champion_id, r.referral_id,
             min(c.occurred_at) filter (where coalesce(r.reason, '') <> all(${[...LEAVES_ROOM]})) as first_at,
             min(r.id) filter (where not (r.status = 'rejected' and r.decided_by not like 'person:%')) as first_thanks,
             coalesce(sum(r.due_minor) filter (where r.currency = ${of.currency}), 0)::bigint as granted_minor
        from reward r join conversion c on c.id = r.conversion_id and c.purchase_id is not null
       where r.program_id = ${of.programId} and r.milestone = 0 and c.occurred_at < ${of.from}
       group by 1, 2, 3)
    select side, referral_id, champion_id, first_at, granted_minor,
           case when first_thanks is null then null
                else (rank() over (partition by side, champion_id, first_thanks is null order by first_thanks))::integer end as number
      from earned`;
}
