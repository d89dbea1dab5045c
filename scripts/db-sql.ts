import { schemaSql } from "./schema-engine";
import { runMain } from "./progress";
import { databaseUrls, readSettings } from "./settings";
import { watchPostgres } from "./watch-postgres";

/** Prints the SQL that makes an empty database what the Prisma schema says: the raw material of a new migration. */
runMain(async () => {
  const settings = readSettings();
  const stop = settings.embeddedDatabase ? await watchPostgres(settings) : async () => {};
  process.stdout.write(await schemaSql(databaseUrls(settings).migrate));
  await stop();
});
