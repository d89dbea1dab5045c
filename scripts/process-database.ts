import { projectRoot } from "./project-root";
import { StartError } from "./progress";
import { processEnvironment, readSettings } from "./settings";

/**
 * Runs `work` with the environment and the database of the running product. Modules of `app/` are imported inside it,
 * because some of them read the environment when they load.
 * @throws StartError when the database does not answer, or was never migrated
 */
export async function useProcessDatabase(work: () => Promise<void>): Promise<void> {
  process.chdir(projectRoot);
  const settings = readSettings();
  Object.assign(process.env, processEnvironment(settings), { LOG_LEVEL: "warn" });
  const { processClock, processDatabase } = await import("../app/platform/deps.server");
  const database = processDatabase();
  try {
    const asked = database.pool.query<{ migrated: boolean }>("select to_regprocedure('app_now()') is not null as migrated");
    const { rows } = await asked.catch((cause: unknown) => {
      const hint = settings.embeddedDatabase ? "Start the product first (npm start)." : "Look at DATABASE_URL.";
      throw new StartError(`The database does not answer: ${(cause as Error).message}. ${hint}`);
    });
    if (!rows[0]?.migrated) throw new StartError("The database holds no tables yet: npm run db:migrate makes them.");
    await processClock().refresh();
    await work();
  } finally {
    await database.close();
  }
}
