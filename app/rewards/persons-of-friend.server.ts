import type { Tx } from "~/platform/db.server";

/** Whoever of ours is the friend behind a sale or a sign-up, by their account or their address (W15, R1). */
export async function personsOfFriend(tx: Tx, conversionId: string): Promise<string[]> {
  const rows = await tx.sql.rows<{ id: string }>`
    select n.id from conversion v
      left join purchase p on p.id = v.purchase_id
      left join lead l on l.id = v.lead_id
      left join customer c on c.id = coalesce(p.customer_id, l.customer_id)
      join person n on n.id = c.person_id or n.email_hash in (c.email_hash, p.email_hash)
     where v.id = ${conversionId}`;
  return rows.map(({ id }) => id);
}
