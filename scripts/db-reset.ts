import { rmSync } from "node:fs";
import { join } from "node:path";
import { ensureDatabase, withClient } from "./database-cluster";
import { startPostgres } from "./embedded-postgres";
import { refuseWhileRunning } from "./ports";
import { runMain, StartError } from "./progress";
import { readSettings } from "./settings";

/** Throws away the demo's data (embedded database and sandbox state); the next start seeds anew. Never in production. */
runMain(async () => {
  const settings = readSettings();
  if (!settings.embeddedDatabase) {
    throw new StartError("Only the embedded demo database is reset this way; your own database is yours to empty.");
  }
  await refuseWhileRunning(settings);
  const server = await startPostgres({
    directory: join(settings.dataDir, "postgres"),
    port: settings.ports.postgres,
    password: settings.secrets.postgresPassword,
  });
  await withClient(server.adminUrl, (client) => client.query("drop database if exists vouch with (force)"));
  await ensureDatabase(server.adminUrl, "vouch");
  await server.stop();
  rmSync(join(settings.dataDir, "sandbox"), { recursive: true, force: true });
  console.log("The demo's data is gone. npm start makes it anew.");
});
