import type { Pool } from "pg";

/** How many of the payments with these keys a database holds with everything that belongs to them. */
export async function countSettled(pool: Pool, keys: readonly string[]): Promise<number> {
  const { rows } = await pool.query<{ count: number }>(
    `select count(*)::integer as count
       from purchase p
       join conversion c on c.purchase_id = p.id and c.outcome = 'attributed'
       join reward r on r.conversion_id = c.id and r.status = 'pending'
       join ledger_transaction t on t.subject = r.id
       join mail m on m.subject_id = r.id and m.status = 'queued'
      where p.key = any($1)`,
    [keys],
  );
  return rows[0]?.count ?? 0;
}
