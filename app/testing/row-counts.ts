import type { PostgresDatabase } from "~/platform/db.server";

/** How many rows each table of the product has, and how many steps the trail; what a call's key itself leaves is not counted. */
export async function rowCounts({ pool }: PostgresDatabase): Promise<Record<string, number>> {
  const { rows } = await pool.query<{ name: string }>(
    "select format('%I', tablename) as name from pg_tables where schemaname = 'public' and tablename not in ('api_key', 'publishable_key', 'audit_entry', '_prisma_migrations') order by 1",
  );
  const counts = rows.map(({ name }) => `select '${name}' as name, count(*)::int as count from ${name}`);
  counts.push("select 'audit_entry', count(*)::int from audit_entry where action !~ '^(api|publishable)_key'");
  const counted = await pool.query<{ name: string; count: number }>(counts.join(" union all "));
  return Object.fromEntries(counted.rows.map(({ name, count }) => [name, count]));
}
