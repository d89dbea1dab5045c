import type { Tx } from "~/platform/db.server";

export interface TagOrders {
  linkId: string;
  tag: string;
  count: number;
}

/** How many purchases each of these links won, by the sub-tag of the visit that won (A5); a visit without one is left out. */
export async function countConversionsByTag(tx: Tx, linkIds: string[]): Promise<TagOrders[]> {
  return await tx.$queryRaw<TagOrders[]>`
    select c.link_id as "linkId", coalesce(k.tag, kept.tag) as tag, count(*)::integer as count
      from conversion c
      join referral r on r.id = c.referral_id
      join touch t on t.id = r.touch_id
      left join clicks.click k on k.id = t.source and k.occurred_at = t.touched_at
      left join clicks.kept_channel kept on kept.click_id = t.source
     where c.link_id = any(${linkIds}) and c.outcome = 'attributed' and c.purchase_id is not null
       and coalesce(k.tag, kept.tag) is not null
     group by 1, 2`;
}
