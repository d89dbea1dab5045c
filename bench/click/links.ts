import type pg from "pg";
import { withClient } from "../../scripts/database-cluster";

const LINKS = 1_000;

/** Makes links of one program, without the people behind them, whom no click asks about. @returns their addresses */
export async function makeLinks(adminUrl: string): Promise<string[]> {
  await withClient(adminUrl, async (client) => {
    await client.query("set session_replication_role = replica");
    const id = `'lnk_' || lpad(n::text, 26, '0')`;
    await client.query(`insert into link (id, champion_id, program_id, is_main, created_at)
      select ${id}, 'chp_' || lpad(n::text, 26, '0'), 'prg_00000000000000000000000001', true, now() from generate_series(1, ${LINKS}) n`);
    await client.query(`insert into referral_code (key, link_id, is_current, created_at)
      select 'FRIEND-' || n, ${id}, true, now() from generate_series(1, ${LINKS}) n`);
    await client.query("analyze");
  });
  return Array.from({ length: LINKS }, (_, n) => `/r/FRIEND-${n + 1}`);
}

/** How many clicks are stored, and how many the totals tell; both grow alike. */
export async function countStored(pool: pg.Pool): Promise<{ rows: number; totals: number }> {
  const { rows } = await pool.query<{ rows: number; totals: number }>(
    `select (select count(*)::int from clicks.click) as rows, (select coalesce(sum(counted + uncounted), 0)::int from clicks.daily) as totals`,
  );
  return rows[0] ?? { rows: 0, totals: 0 };
}
