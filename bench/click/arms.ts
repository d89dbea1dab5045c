import { randomBytes } from "node:crypto";
import { join } from "node:path";
import type { ConnectionUrls } from "../../scripts/migrate";
import { startServer, type ServerProcess } from "../parts/server-process";
import { freePort } from "../parts/throwaway-cluster";

export const ARMS = ["bare", "reference", "vouch", "insertEach"] as const;
export type Arm = (typeof ARMS)[number];

const SCRIPTS: Record<Exclude<Arm, "vouch">, string> = { bare: "bare.ts", reference: "reference.ts", insertEach: "insert-each.ts" };

/** A run's database, and a folder for whatever else it keeps. */
export interface Place {
  urls: ConnectionUrls;
  folder: string;
}

export interface RunningArm extends ServerProcess {
  port: number;
}

/** Starts one of the servers that are compared, all on the same database. */
export async function startArm(arm: Arm, { urls, folder }: Place): Promise<RunningArm> {
  const port = await freePort();
  const base = { PATH: process.env.PATH, NODE_ENV: "production" as const, PORT: String(port), DATABASE_URL: urls.app };
  const log = join(folder, `${arm}.log`);
  const server =
    arm === "vouch"
      ? await startVouch({ ...base, ...productionEnvironment(urls, folder) }, log)
      : await startServer(["--import", "tsx", join(import.meta.dirname, SCRIPTS[arm])], base, log);
  return { ...server, port };
}

/** Vouch's web process from the last build. `--profile` writes where it spends its time to the folder of the project. */
function startVouch(env: NodeJS.ProcessEnv, log: string): Promise<ServerProcess> {
  const profiling = process.argv.includes("--profile") ? ["--cpu-prof", "--cpu-prof-interval=200"] : [];
  return startServer([...profiling, join("build", "server", "web.js")], env, log);
}

const secret = () => randomBytes(32).toString("base64url");
const SECRETS = { APP_SECRET: secret(), DATA_SECRET: secret() };

/** As in production, limits and all, behind one reverse proxy that tells who comes. */
const productionEnvironment = (urls: ConnectionUrls, folder: string) => ({
  ...SECRETS,
  VOUCH_MODE: "production",
  APP_URL: "https://champions.example",
  DATA_DIR: join(folder, "data"),
  DATABASE_URL_WORKER: urls.worker,
  DATABASE_URL_REPORT: urls.report,
  STRIPE_SECRET_KEY: "sk_test_bench",
  RESEND_API_KEY: "re_bench",
  MAIL_FROM: "Vouch <champions@example.com>",
  TRUSTED_PROXY_HOPS: "1",
});
