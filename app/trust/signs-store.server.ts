import type { Tx } from "~/platform/db.server";

/** Whose sale is looked at, by ids and hashes alone. */
export interface SaleIds {
  championId: string;
  personId: string;
  referralId: string;
  /** People behind the friend's customers, where they have accounts here. */
  friendPersonIds: readonly string[];
  /** Everything the friend paid, under all their names. */
  friendPurchaseIds: readonly string[];
  fingerprintHash: string | null;
  /** The host of the friend's address when it says who they work for; null otherwise. */
  ownHost: string | null;
  subscriptionId: string | null;
  /** The numbers under which the provider speaks of the payment. */
  paymentKeys: readonly string[];
  /** The click behind the touch that won; null for a code, or a bind by hand. */
  click: { id: string; at: Date } | null;
}

export interface SignRow {
  sameCard: "champion" | "other_friend" | "nobody" | null;
  championOfHost: boolean;
  friendsOfHost: number;
  /** When the latest other friends were bound, as text. */
  boundAt: Date[];
  friends: number;
  withoutClick: number;
  mutual: boolean;
  chain: boolean;
  accountChangedAt: Date | null;
  subscriptionEndedAt: Date | null;
  referrerHost: string | null;
  sameNetwork: boolean | null;
  sameBrowser: boolean | null;
  warned: boolean;
  othersPaidThere: number | null;
  verdictGenuine: boolean | null;
  verdictRules: string[] | null;
}

/**
 * What stands around one sale, in one statement: it is asked for each of them. Of a champion with very many friends the
 * latest sixty are looked at, so that it costs the same for everybody.
 */
export async function findSigns(tx: Tx, of: SaleIds): Promise<SignRow> {
  const { championId, personId, referralId, friendPersonIds, fingerprintHash, ownHost, click } = of;
  // Who brought the champion is asked only where the friend or their card can be one of those.
  const hops = fingerprintHash === null && friendPersonIds.length === 0 ? 0 : 4;
  const [row] = await tx.sql.rows<SignRow>`
    with recursive latest as materialized (
      select id, bound_at, subject_id, touch_id from referral
       where champion_id = ${championId} and void_reason is null order by bound_at desc limit 60
    ), upline (person_id, depth) as (
      select ${personId}::text, 0
      union
      select c.person_id, u.depth + 1
        from upline u
        join customer m on m.person_id = u.person_id
        join referral r on r.subject_id = m.id and r.void_reason is null
        join champion c on c.id = r.champion_id
       where u.depth < ${hops}::integer
    ), card as (
      select c.person_id, p.id from purchase p left join customer c on c.id = p.customer_id
       where ${fingerprintHash}::text is not null and p.fingerprint_hash = ${fingerprintHash} and p.id <> all(${of.friendPurchaseIds}) limit 60
    )
    select case when ${fingerprintHash}::text is null then null
                when exists (select from card where person_id = ${personId}) then 'champion'
                when exists (select from card join conversion v on v.purchase_id = card.id where v.champion_id = ${championId}) then 'other_friend'
                else 'nobody' end as same_card,
           exists (select from person where id = ${personId} and lower(split_part(email, '@', 2)) = ${ownHost}) as champion_of_host,
           case when ${ownHost}::text is null then 0 else
             (select count(*)::integer from latest l join customer c on c.id = l.subject_id
               where l.id <> ${referralId} and c.email_domain = ${ownHost}) end as friends_of_host,
           array(select bound_at from latest where id <> ${referralId}) as bound_at,
           (select count(*)::integer from latest) as friends,
           (select count(*)::integer from latest l join touch t on t.id = l.touch_id where t.kind = 'code') as without_click,
           exists (select from upline where depth = 1 and person_id = any(${friendPersonIds})) as mutual,
           exists (select from upline where depth > 1)
             and exists (select from card join upline u on u.person_id = card.person_id where u.depth > 0) as chain,
           greatest((select max(requested_at) from email_change where person_id = ${personId} and cancelled_at is null), paid.details_changed_at)
             as account_changed_at,
           case when paid.destination_hash is null then null else
             (select count(*)::integer from payout_account o where o.destination_hash = paid.destination_hash and o.person_id <> ${personId}) end
             as others_paid_there,
           exists (select from fraud_warning where payment_key = any(${of.paymentKeys})) as warned,
           (select ended_at from subscription where key = ${of.subscriptionId}) as subscription_ended_at,
           (select referrer_host from clicks.click where id = ${click?.id ?? null} and occurred_at = ${click?.at ?? null}) as referrer_host,
           seen.same_network, seen.same_browser,
           verdict.genuine as verdict_genuine, verdict.rules as verdict_rules
      from (values (1)) as one (n)
      left join payout_account paid on paid.person_id = ${personId}
      left join lateral (
        select bool_or(s.network_hash = k.network_hash or s.former_network_hash is not distinct from k.network_hash) as same_network,
               bool_or((s.network_hash = k.network_hash or s.former_network_hash is not distinct from k.network_hash) and s.agent_hash = k.agent_hash) as same_browser
          from clicks.click k
          join sign_in_network s on s.signed_in_at between k.occurred_at - interval '7 days' and k.occurred_at + interval '7 days'
         where k.id = ${click?.id ?? null} and k.occurred_at = ${click?.at ?? null} and k.network_hash is not null and s.person_id = ${personId}
      ) as seen on true
      left join lateral (select genuine, rules from trust_verdict where referral_id = ${referralId}
                          order by decided_at desc, id desc limit 1) as verdict on true`;
  if (!row) throw new RangeError("a statement of one row had none");
  return row;
}
