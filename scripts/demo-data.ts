import { spawn } from "node:child_process";
import { createWriteStream, rmSync } from "node:fs";
import { join } from "node:path";
import { ensureDatabase, withClient } from "./database-cluster";
import { prepareDatabase } from "./prepare-database";
import { StartError } from "./progress";
import { projectRoot } from "./project-root";
import { databaseUrls, type Settings } from "./settings";
import { adminUrlOf } from "./watch-postgres";

/**
 * A demo whose story was cut off in the middle is thrown away whole, database and sandboxes, so that the next seed starts
 * clean. To be called before the sandboxes start.
 */
export async function forgetHalfToldStory(settings: Settings): Promise<void> {
  if (!settings.embeddedDatabase || (await seedState(settings)) !== "begun") return;
  const admin = adminUrlOf(settings);
  await withClient(admin, (client) => client.query("drop database vouch with (force)"));
  await ensureDatabase(admin, "vouch");
  await prepareDatabase(settings);
  rmSync(join(settings.dataDir, "sandbox"), { recursive: true, force: true });
}

/** Tells the demo's story on the first start, and wires the sandboxes on each. @throws StartError when that breaks off */
export async function prepareDemo(settings: Settings, environment: NodeJS.ProcessEnv): Promise<void> {
  const logFile = join(settings.dataDir, "logs", "seed.log");
  const child = spawn(process.execPath, ["--import", "tsx", "prisma/seed/seed.ts"], {
    cwd: projectRoot,
    env: { ...environment, ...inAHurry(environment), LOG_LEVEL: "warn" },
    // The channel tells the child when we are gone, so that it never outlives us.
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  const log = createWriteStream(logFile, { flags: "a" });
  child.stdout?.pipe(log);
  child.stderr?.pipe(log);
  const code = await new Promise((resolve) => child.once("exit", resolve));
  if (code !== 0) throw new StartError(`The demo data could not be made; what went wrong stands in ${logFile}.`);
}

/** The story is told again from the start when it breaks off, so no commit in it needs to wait for the disk. */
function inAHurry(environment: NodeJS.ProcessEnv): Record<string, string> {
  const relaxed = ["DATABASE_URL", "DATABASE_URL_WORKER", "DATABASE_URL_MIGRATE"].map((name) => {
    const url = new URL(environment[name] ?? "");
    url.searchParams.set("options", "-c synchronous_commit=off");
    return [name, url.toString()] as const;
  });
  return Object.fromEntries(relaxed);
}

/** "empty", "begun" (a company but no end mark) or "told". */
async function seedState(settings: Settings): Promise<"empty" | "begun" | "told"> {
  return withClient(databaseUrls(settings).migrate, async (client) => {
    const { rows } = await client.query<{ told: boolean; begun: boolean }>(
      `select exists (select 1 from audit_entry where action = 'demo.seeded') as told,
              exists (select 1 from person) as begun`,
    );
    if (rows[0]?.told) return "told";
    return rows[0]?.begun ? "begun" : "empty";
  });
}
