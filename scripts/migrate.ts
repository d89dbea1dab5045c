import { createHash, randomUUID } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { runMigrations } from "graphile-worker";
import pg from "pg";
import { withClient } from "./database-cluster";
import { projectRoot } from "./project-root";

/** One connection per database role. The same URL four times means one role does everything (a small demo). */
export interface ConnectionUrls {
  app: string;
  worker: string;
  migrate: string;
  report: string;
}

/**
 * Brings a database up to date: the job library's own tables, our migrations, then who may do what.
 * Safe to run twice, from two processes at once, and after a kill in the middle: each migration is one transaction
 * under an advisory lock.
 * @returns the names of the migrations applied now
 */
export async function migrate(urls: ConnectionUrls): Promise<string[]> {
  await runMigrations({ connectionString: urls.worker, logger: quietLogger() });
  await runSql(urls.worker, readSql("worker.sql"));
  const applied = await applyMigrations(urls.migrate);
  await grantRights(urls);
  return applied;
}

/** The tables nobody may edit, not even the app by mistake: rights stop it before the triggers do. */
const APPEND_ONLY = [
  "audit_entry", "ledger_account", "ledger_chain", "ledger_entry", "ledger_transaction", "program_version",
  "reward_event", "terms_acceptance", "terms_version", "touch", "trust_policy", "trust_verdict",
];

/** Tables with secrets, which the read-only role for reports never sees. */
const NOT_FOR_REPORTS = [
  "api_key", "email_change", "inbox_event", "inbox_key", "mail", "passkey", "person", "provider_connection", "session",
  "sign_in_code", "totp_factor", "webhook_change", "webhook_endpoint",
];

async function grantRights(urls: ConnectionUrls): Promise<void> {
  const [app, worker, migrate, report] = [urls.app, urls.worker, urls.migrate, urls.report].map(userOf);
  const schemas = "public, platform, clicks";
  const statements: string[] = [];
  for (const user of new Set([app, worker])) {
    if (user === migrate) continue;
    statements.push(
      `grant usage on schema ${schemas} to ${user}`,
      `grant select, insert, update, delete on all tables in schema ${schemas} to ${user}`,
      `grant usage, select on all sequences in schema ${schemas} to ${user}`,
      `grant execute on all functions in schema ${schemas} to ${user}`,
      `revoke update, delete, truncate on ${APPEND_ONLY.join(", ")} from ${user}`,
    );
  }
  if (report !== migrate && report !== app) {
    statements.push(
      `grant usage on schema ${schemas} to ${report}`,
      `grant select on all tables in schema ${schemas} to ${report}`,
      `revoke all on ${NOT_FOR_REPORTS.join(", ")} from ${report}`,
    );
  }
  if (statements.length > 0) await runSql(urls.migrate, statements.join(";\n"));
  if (app !== worker) {
    await runSql(
      urls.worker,
      [app, migrate]
        .map((user) => `grant usage on schema jobs to ${user};
          grant select on all tables in schema jobs to ${user};
          grant execute on all functions in schema jobs to ${user}`)
        .join(";\n"),
    );
  }
}

function userOf(url: string): string {
  return pg.escapeIdentifier(decodeURIComponent(new URL(url).username));
}

function readSql(name: string): string {
  return readFileSync(join(projectRoot, "prisma", "sql", name), "utf8");
}

async function runSql(connectionString: string, sql: string): Promise<void> {
  await withClient(connectionString, (client) => client.query(sql));
}

/** Prisma's own table, so that its tools recognise what was applied (docs/decisions/005-migrations-without-a-download.md). */
const HISTORY = `create table if not exists _prisma_migrations (
  id varchar(36) primary key, checksum varchar(64) not null, finished_at timestamptz, migration_name varchar(255) not null,
  logs text, rolled_back_at timestamptz, started_at timestamptz not null default now(),
  applied_steps_count integer not null default 0)`;

async function applyMigrations(connectionString: string): Promise<string[]> {
  return withClient(connectionString, async (client) => {
    await client.query("select pg_advisory_lock(hashtext('vouch.migrate'))");
    await client.query(HISTORY);
    const applied: string[] = [];
    for (const name of migrationNames()) {
      const sql = readFileSync(join(projectRoot, "prisma", "migrations", name, "migration.sql"), "utf8");
      const checksum = createHash("sha256").update(sql).digest("hex");
      const known = await client.query<{ checksum: string }>(
        "select checksum from _prisma_migrations where migration_name = $1",
        [name],
      );
      if (known.rows[0]?.checksum === checksum) continue;
      if (known.rows[0]) throw new Error(`Migration ${name} was changed after it was applied to this database.`);
      await client.query("begin");
      await client.query(sql);
      await client.query(
        `insert into _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
         values ($1, $2, $3, now(), 1)`,
        [randomUUID(), checksum, name],
      );
      await client.query("commit");
      applied.push(name);
    }
    return applied;
  });
}

function quietLogger() {
  // The library tells each of its own migrations; our progress line is enough.
  return { scope: () => quietLogger(), error: console.error, warn: console.warn, info() {}, debug() {} } as never;
}

/** The names of all migrations in the repository, oldest first. */
export function migrationNames(): string[] {
  return readdirSync(join(projectRoot, "prisma", "migrations"), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}
