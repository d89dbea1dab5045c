import { Prisma } from "../../prisma/generated/client";
import type { Tx } from "~/platform/db.server";
import type { ConversionFilter } from "./conversion-filter";

export interface LoggedConversion {
  id: string;
  occurredAt: Date;
  /** Of a sale: the payment's own number (an invoice's, a payment's, or `api:` and the shop's) and what was paid. */
  purchase: { key: string; paidMinor: bigint; currency: string } | null;
  /** Of a sign-up: what the shop calls it. */
  signUp: string | null;
  outcome: "attributed" | "unattributed";
  reason: string | null;
  championName: string | null;
  programSlug: string | null;
  /** How many touches were weighed for it. */
  touches: number;
}

type LoggedRow = Omit<LoggedConversion, "purchase"> & { key: string | null; paidMinor: bigint; currency: string };

export interface ConversionQuery extends Omit<ConversionFilter, "search"> {
  /**
   * Of these purchases, of sign-ups of the customer with this number of the shop's, and those a touch of this link was
   * weighed for; null is everything.
   */
  found: { purchaseIds: string[]; externalId: string; linkId: string | null } | null;
  /** Days are those of this zone. */
  zone: string;
}

/**
 * A sale or sign-up belongs to the program it was won in; one that nobody won, to those of the touches that lost. A
 * payment that was told under two names is one sale (M10).
 */
const matching = ({ found, kind, program, outcome, reason, from, until, zone }: ConversionQuery) => Prisma.sql`
  c.reason is distinct from 'duplicate' and (${kind}::text is null or (c.purchase_id is null) = (${kind} = 'sign_up'))
  and (${outcome}::text is null or c.outcome::text = ${outcome})
  and (${from}::date is null or c.occurred_at >= ${from}::date::timestamp at time zone ${zone})
  and (${until}::date is null or c.occurred_at < (${until}::date + 1)::timestamp at time zone ${zone})
  and (${program}::text is null or exists (
    select 1 from program p where p.slug = ${program} and (p.id = c.program_id or exists (
      select 1 from conversion_touch ct join touch t on t.id = ct.touch_id
       where ct.conversion_id = c.id and t.program_id = p.id))))
  and (${reason}::text is null or c.reason = ${reason} or exists (
    select 1 from conversion_touch ct where ct.conversion_id = c.id and ct.reason = ${reason}))
  and (${found === null} or c.purchase_id = any(${found?.purchaseIds ?? []}) or e.external_id = ${found?.externalId ?? null} or exists (
    select 1 from conversion_touch ct join touch t on t.id = ct.touch_id
     where ct.conversion_id = c.id and t.link_id = ${found?.linkId ?? null}))`;

/** Sales and sign-ups by when they happened, the newest first. */
export async function findConversionPage(tx: Tx, query: ConversionQuery, page: { skip: number; take: number }): Promise<LoggedConversion[]> {
  const rows = await tx.$queryRaw<LoggedRow[]>`
    select c.id, c.occurred_at as "occurredAt", b.key, b.paid_minor as "paidMinor", b.currency, e.event_name as "signUp",
           c.outcome::text as outcome, c.reason, ch.display_name as "championName", pr.slug as "programSlug",
           (select count(*)::integer from conversion_touch ct where ct.conversion_id = c.id) as touches
      from conversion c
      left join purchase b on b.id = c.purchase_id
      left join lead e on e.id = c.lead_id
      left join champion ch on ch.id = c.champion_id
      left join program pr on pr.id = c.program_id
     where ${matching(query)}
     order by c.occurred_at desc, c.id desc limit ${page.take} offset ${page.skip}`;
  return rows.map(({ key, paidMinor, currency, ...row }) => ({ ...row, purchase: key === null ? null : { key, paidMinor, currency } }));
}

export async function countConversions(tx: Tx, query: ConversionQuery): Promise<number> {
  const [row] = await tx.$queryRaw<{ count: bigint }[]>`
    select count(*) as count from conversion c left join lead e on e.id = c.lead_id where ${matching(query)}`;
  return Number(row?.count ?? 0);
}
