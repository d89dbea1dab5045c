import { join } from "node:path";
import { ensureDatabase, ensureRoles } from "./database-cluster";
import { startPostgres, type RunningPostgres } from "./embedded-postgres";
import type { Settings } from "./settings";

const CHECK_MS = 250;

/**
 * Starts the embedded PostgreSQL with its roles and database, and starts it again whenever it dies.
 * @returns a function that stops watching and shuts the server down
 */
export async function watchPostgres(settings: Settings): Promise<() => Promise<void>> {
  const start = () =>
    startPostgres({
      directory: join(settings.dataDir, "postgres"),
      port: settings.ports.postgres,
      password: settings.secrets.postgresPassword,
    });
  let server: RunningPostgres = await start();
  await ensureRoles(server.adminUrl, settings.secrets.postgresPassword);
  await ensureDatabase(server.adminUrl, "vouch");

  let busy = false;
  const timer = setInterval(() => {
    if (busy || isAlive(server.pid)) return;
    busy = true;
    // Right after a kill the old children still hold its memory: the next check tries again.
    start()
      .then((running) => (server = running))
      .catch(() => undefined)
      .finally(() => (busy = false));
  }, CHECK_MS);
  return async () => {
    clearInterval(timer);
    await server.stop();
  };
}

/** The superuser's connection to the embedded server. */
export function adminUrlOf({ ports, secrets }: Settings): string {
  return `postgresql://postgres:${secrets.postgresPassword}@127.0.0.1:${ports.postgres}/postgres`;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
