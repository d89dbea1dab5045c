import { Prisma } from "../../prisma/generated/client";
import { OF_THE_SALE } from "~/commerce/taken-back";
import type { Tx } from "~/platform/db.server";
import type { ReportSelection } from "./report-selection";

/** A sale that a recommendation won, as the figures count it. */
export interface SaleRow {
  conversionId: string;
  occurredAt: Date;
  championId: string;
  champion: string;
  linkId: string;
  label: string | null;
  channel: string | null;
  currency: string;
  /** Paid without tax; refunds, and disputes whose money is gone (M8, `commerce/dispute-state.ts`), taken off in proportion. */
  revenueMinor: bigint;
  /** What the friend paid less because of the code. */
  discountMinor: bigint;
  /** Whether it was this friend's first purchase; the later ones are renewals and returns. */
  isFirst: boolean;
}

export interface VisitRow {
  week: Date;
  linkId: string;
  championId: string;
  champion: string;
  label: string | null;
  channel: string | null;
  count: number;
}

const narrowed = (selection: ReportSelection) => Prisma.sql`
  (${selection.programId}::text is null or l.program_id = ${selection.programId})
  and (${selection.championId}::text is null or l.champion_id = ${selection.championId})
  and (${selection.label}::text is null or coalesce(l.label, '') = ${selection.label})`;

/** Every attributed sale of the selection, newest first; its channel is the one of the click that won. */
export async function listSales(tx: Tx, selection: ReportSelection): Promise<SaleRow[]> {
  return tx.$queryRaw<SaleRow[]>`
    select c.id as "conversionId", c.occurred_at as "occurredAt", l.champion_id as "championId", ch.display_name as champion,
           l.id as "linkId", l.label, coalesce(k.channel, kept.channel) as channel, p.currency, p.discount_minor as "discountMinor",
           not exists (select 1 from conversion o where o.referral_id = c.referral_id and o.purchase_id is not null and o.occurred_at < c.occurred_at) as "isFirst",
           case when p.paid_minor = 0 then 0
                else round((p.paid_minor - p.tax_minor) * greatest(p.paid_minor - back.amount, 0) / p.paid_minor::numeric) end::bigint
             as "revenueMinor"
      from conversion c
      join purchase p on p.id = c.purchase_id
      join link l on l.id = c.link_id
      join champion ch on ch.id = l.champion_id
      left join conversion_touch won on won.conversion_id = c.id and won.won
      left join touch t on t.id = won.touch_id
      left join clicks.click k on k.id = t.source and k.occurred_at = t.touched_at
      left join clicks.kept_channel kept on kept.click_id = t.source
      cross join lateral (
        select (select coalesce(sum(r.amount_minor), 0) from refund r
                 where r.payment_key in (p.payment_intent_id, p.key) and r.status = 'succeeded' and r.currency in (p.currency, ${OF_THE_SALE}))
             + (select coalesce(sum(d.amount_minor), 0) from dispute d
                 where d.payment_key in (p.payment_intent_id, p.key)
                   and (d.status = 'lost' or d.funds_withdrawn and d.status not in ('won', 'prevented', 'warning_closed')))
               as amount) back
     where c.outcome = 'attributed' and c.occurred_at >= ${selection.from} and c.occurred_at < ${selection.until}
       and ${narrowed(selection)}
       and (${selection.channel}::text is null or coalesce(k.channel, kept.channel, '') = ${selection.channel})
     order by c.occurred_at desc, c.id`;
}

/** Counted clicks by week, link and channel (R18: bots, previews and repeats are not in it), from each day's totals (L8). */
export async function countClicks(tx: Tx, selection: ReportSelection): Promise<VisitRow[]> {
  return tx.$queryRaw<VisitRow[]>`
    select date_trunc('week', k.day::timestamp) at time zone 'UTC' as week, l.id as "linkId", l.champion_id as "championId",
           ch.display_name as champion, l.label, nullif(k.channel, '') as channel, sum(k.counted)::integer as count
      from clicks.daily k join link l on l.id = k.link_id join champion ch on ch.id = l.champion_id
     where k.counted > 0 and k.day >= (${selection.from}::timestamptz at time zone 'UTC')::date
       and k.day < (${selection.until}::timestamptz at time zone 'UTC')::date
       and ${narrowed(selection)} and (${selection.channel}::text is null or k.channel = ${selection.channel})
     group by 1, 2, 3, 4, 5, 6 order by 1, 2`;
}

/** Claims on the landing page, by week, link and the channel of their click. */
export async function countClaims(tx: Tx, selection: ReportSelection): Promise<VisitRow[]> {
  return tx.$queryRaw<VisitRow[]>`
    select date_trunc('week', c.claimed_at, 'UTC') as week, l.id as "linkId", l.champion_id as "championId",
           ch.display_name as champion, l.label, coalesce(k.channel, kept.channel) as channel, count(*)::integer as count
      from claim c join link l on l.id = c.link_id join champion ch on ch.id = l.champion_id
      left join clicks.click k on k.id = c.click_id
      left join clicks.kept_channel kept on kept.click_id = c.click_id
     where c.claimed_at >= ${selection.from} and c.claimed_at < ${selection.until}
       and ${narrowed(selection)}
       and (${selection.channel}::text is null or coalesce(k.channel, kept.channel, '') = ${selection.channel})
     group by 1, 2, 3, 4, 5, 6 order by 1, 2`;
}

export interface ThanksRow {
  rewardId: string;
  occurredAt: Date;
  championId: string;
  champion: string;
  currency: string;
  amountMinor: bigint;
}

/** Rewards that were really given in the selection, from the ledger's side of the outside effect. */
export async function listGiven(tx: Tx, selection: ReportSelection): Promise<ThanksRow[]> {
  return tx.$queryRaw<ThanksRow[]>`
    select r.id as "rewardId", t.occurred_at as "occurredAt", r.champion_id as "championId", ch.display_name as champion,
           e.currency, -e.amount_minor as "amountMinor"
      from ledger_entry e
      join ledger_account a on a.id = e.account_id and a.code in ('stripe_credit_issued', 'free_month_issued', 'promotion_code_issued', 'transfer_issued', 'gift_issued', 'points_issued', 'own_payout_issued') or a.id = e.account_id and starts_with(a.code, 'donation_due:')
      join ledger_transaction t on t.id = e.transaction_id
      join reward r on r.id = t.subject
      join champion ch on ch.id = r.champion_id
      join referral f on f.id = r.referral_id
      join link l on l.id = f.link_id
     where t.occurred_at >= ${selection.from} and t.occurred_at < ${selection.until} and ${narrowed(selection)}
     order by t.occurred_at desc, e.id`;
}

/** What is still owed at the end of the selection: granted, not yet given, straight from the ledger's balances. */
export async function listOwed(tx: Tx, selection: ReportSelection): Promise<ThanksRow[]> {
  return tx.$queryRaw<ThanksRow[]>`
    select r.id as "rewardId", r.created_at as "occurredAt", r.champion_id as "championId", ch.display_name as champion,
           e.currency, -sum(e.amount_minor)::bigint as "amountMinor"
      from ledger_entry e
      join ledger_account a on a.id = e.account_id and a.code ~ '^champion_(pending|payable):'
      join ledger_transaction t on t.id = e.transaction_id
      join reward r on r.id = t.subject
      join champion ch on ch.id = r.champion_id
      join referral f on f.id = r.referral_id
      join link l on l.id = f.link_id
     where t.occurred_at < ${selection.until} and ${narrowed(selection)}
     group by r.id, ch.display_name, e.currency having sum(e.amount_minor) <> 0
     order by r.created_at desc, r.id`;
}

export interface ChoiceRow {
  id: string;
  name: string;
}

/** Programs and champions a reader can choose from. */
export async function listChoices(tx: Tx): Promise<{ programs: ChoiceRow[]; champions: ChoiceRow[] }> {
  const programs = await tx.$queryRaw<ChoiceRow[]>`select id, slug as name from program order by created_at`;
  const champions = await tx.$queryRaw<ChoiceRow[]>`
    select ch.id, ch.display_name || ' (' || rc.key || ')' as name
      from champion ch join link l on l.champion_id = ch.id and l.is_main join referral_code rc on rc.link_id = l.id and rc.is_current
     order by ch.display_name, ch.id`;
  return { programs, champions };
}
