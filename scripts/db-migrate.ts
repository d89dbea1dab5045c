import { refuseWhileRunning } from "./ports";
import { prepareDatabase } from "./prepare-database";
import { runMain } from "./progress";
import { processEnvironment, readSettings } from "./settings";
import { watchPostgres } from "./watch-postgres";

/** Brings the database up to date and says what was applied. */
runMain(async () => {
  const settings = readSettings();
  processEnvironment(settings);
  if (settings.embeddedDatabase) await refuseWhileRunning(settings);
  const stop = settings.embeddedDatabase ? await watchPostgres(settings) : async () => {};
  try {
    const applied = await prepareDatabase(settings);
    console.log(applied.length ? `Applied: ${applied.join(", ")}` : "The database is up to date.");
  } finally {
    await stop();
  }
});
