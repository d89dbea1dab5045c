import { readFileSync } from "node:fs";
import { join } from "node:path";
import { connectionUrls, ensureDatabase, ensureRoles, withClient } from "../../scripts/database-cluster";
import { migrate, type ConnectionUrls } from "../../scripts/migrate";
import { projectRoot } from "../../scripts/project-root";

const TEMPLATE = "vouch_template";

/** Makes roles and a migrated template with a movable clock, once per cluster. */
export async function buildTemplate(adminUrl: string, password: string): Promise<void> {
  await ensureRoles(adminUrl, password);
  await ensureDatabase(adminUrl, TEMPLATE);
  const urls = connectionUrls(adminUrl, password, TEMPLATE);
  await migrate(urls);
  const movableClock = readFileSync(join(projectRoot, "prisma", "sql", "demo-clock.sql"), "utf8");
  await withClient(urls.migrate, (client) => client.query(movableClock));
}

/** Clones the template (about 0.1 s) and answers the connection of each role to the clone. */
export async function cloneTemplate(adminUrl: string, password: string, name: string): Promise<ConnectionUrls> {
  await withClient(adminUrl, (client) => client.query(`create database ${name} template ${TEMPLATE} owner vouch_migrate`));
  await withClient(adminUrl, (client) => client.query(`grant create on database ${name} to vouch_worker`));
  return connectionUrls(adminUrl, password, name);
}
