import pg from "pg";
import type { ConnectionUrls } from "./migrate";

/** The roles belong to the cluster, not to a database or a template. */
const ROLES = { app: "vouch_app", worker: "vouch_worker", migrate: "vouch_migrate", report: "vouch_report" } as const;

/**
 * Makes the four roles (or gives them this password) on a cluster where we are superuser.
 * @param password one password for all four; the cluster listens on loopback only
 */
export async function ensureRoles(adminUrl: string, password: string): Promise<void> {
  await withClient(adminUrl, async (client) => {
    for (const role of Object.values(ROLES)) {
      const { rowCount } = await client.query("select 1 from pg_roles where rolname = $1", [role]);
      const verb = rowCount ? "alter" : "create";
      await client.query(`${verb} role ${role} login password ${pg.escapeLiteral(password)}`);
    }
  });
}

/** Makes a database owned by the migrating role when it is not there yet. */
export async function ensureDatabase(adminUrl: string, name: string): Promise<void> {
  await withClient(adminUrl, async (client) => {
    const { rowCount } = await client.query("select 1 from pg_database where datname = $1", [name]);
    if (rowCount) return;
    await client.query(`create database ${pg.escapeIdentifier(name)} owner ${ROLES.migrate}`);
    await client.query(`grant create on database ${pg.escapeIdentifier(name)} to ${ROLES.worker}`);
  });
}

/** The connection of each role to one database of the cluster. */
export function connectionUrls(adminUrl: string, password: string, database: string): ConnectionUrls {
  const as = (role: string) => {
    const url = new URL(adminUrl);
    url.username = role;
    url.password = password;
    url.pathname = `/${database}`;
    return url.toString();
  };
  return { app: as(ROLES.app), worker: as(ROLES.worker), migrate: as(ROLES.migrate), report: as(ROLES.report) };
}

/** Runs `work` with one short-lived connection. */
export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  // A connection that breaks while idle shows at the next query, not as an event nobody hears.
  client.on("error", () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
