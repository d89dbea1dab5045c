import { readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { withClient } from "./database-cluster";
import { migrate } from "./migrate";
import { StartError } from "./progress";
import { projectRoot } from "./project-root";
import { databaseUrls, type Settings } from "./settings";

/**
 * Checks that the database can be reached and is safe, then migrates it. In demo mode its clock can be moved.
 * @throws StartError with one sentence
 */
export async function prepareDatabase(settings: Settings): Promise<string[]> {
  const urls = databaseUrls(settings);
  for (const [role, url] of Object.entries(urls)) await reach(role, url);
  if (settings.mode === "production") await refuseUnsafeDatabase(urls.app);
  const applied = await migrate(urls);
  if (settings.mode === "demo") {
    const movableClock = readFileSync(join(projectRoot, "prisma", "sql", "demo-clock.sql"), "utf8");
    await withClient(urls.migrate, (client) => client.query(movableClock));
  }
  return applied;
}

async function reach(role: string, url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  try {
    await client.connect();
    await client.end();
  } catch (error) {
    const { hostname, port, pathname } = new URL(url);
    const why = (error as { code?: string }).code ?? (error as Error).message;
    throw new StartError(`The database at ${hostname}:${port || 5432}${pathname} cannot be reached as role "${role}" (${why}).`);
  }
}

/** A crash of such a database could forget what it acknowledged: production does not start on it. */
async function refuseUnsafeDatabase(url: string): Promise<void> {
  const off = await withClient(url, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `select name from pg_settings where name in ('fsync', 'full_page_writes', 'synchronous_commit') and setting = 'off'`,
    );
    return rows.map((row) => row.name);
  });
  if (off.length > 0) throw new StartError(`Production needs ${off.join(", ")} switched on in PostgreSQL.`);
}
