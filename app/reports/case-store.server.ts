import type { Tx } from "~/platform/db.server";
import type { CaseChampion, CaseFriend, SimilarCase } from "./review-case";

/** The friend as staff may see them: by the shop's number and what they did, never by an address (P9). */
export async function findCaseFriend(tx: Tx, conversionId: string): Promise<CaseFriend | null> {
  const [friend] = await tx.$queryRaw<CaseFriend[]>`
    select coalesce(c.external_id, c.stripe_customer_id) as number, c.email_domain as "mailHost", c.known_since as "knownSince",
           (select count(*)::integer from purchase o where o.customer_id = c.id) as purchases
      from conversion v
      join purchase p on p.id = v.purchase_id
      join customer c on c.id = p.customer_id
     where v.id = ${conversionId}`;
  return friend ?? null;
}

/** What became of the champion's other recommendations. */
export async function countOfChampion(tx: Tx, of: { championId: string; rewardId: string }): Promise<CaseChampion> {
  const [counts] = await tx.$queryRaw<CaseChampion[]>`
    select (select count(*)::integer from referral where champion_id = ${of.championId} and void_reason is null) as friends,
           count(*) filter (where status in ('approved', 'payable', 'in_transit', 'paid') and taken_back_minor = 0)::integer as kept,
           count(*) filter (where taken_back_minor > 0)::integer as "takenBack",
           count(*) filter (where status in ('rejected', 'expired') and taken_back_minor = 0)::integer as refused
      from reward where champion_id = ${of.championId} and id <> ${of.rewardId}`;
  return counts ?? { friends: 0, kept: 0, takenBack: 0, refused: 0 };
}

/** The latest others of the program about which a person was asked for the same cause, with what became of them. */
export async function listSimilarCases(tx: Tx, of: { rewardId: string; conversionId: string }, atMost: number): Promise<SimilarCase[]> {
  return await tx.$queryRaw<SimilarCase[]>`
    select o.id as "rewardId", ch.display_name as champion, o.created_at as "createdAt",
           array_agg(distinct t.rule order by t.rule) as rules,
           case when o.taken_back_minor > 0 then 'taken_back'
                when o.reason = 'fraud_confirmed' then 'not_genuine'
                when o.status in ('rejected', 'expired') then 'refused'
                when o.status in ('pending', 'held') then 'waiting'
                else 'kept' end as fate
      from reward mine
      join trust_check asked on asked.conversion_id = ${of.conversionId} and asked.outcome in ('flag', 'hold')
      join trust_check t on t.rule = asked.rule and t.outcome in ('flag', 'hold') and t.conversion_id <> ${of.conversionId}
      join reward o on o.conversion_id = t.conversion_id and o.program_id = mine.program_id
      join champion ch on ch.id = o.champion_id
     where mine.id = ${of.rewardId}
     group by o.id, ch.display_name
     order by o.created_at desc, o.id
     limit ${atMost}`;
}
