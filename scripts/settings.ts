import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { randomBytes } from "node:crypto";
import { isAbsolute, join } from "node:path";
import { EnvironmentError, parseEnv } from "../app/platform/env.server";
import { projectRoot } from "./project-root";
import { connectionUrls } from "./database-cluster";
import type { ConnectionUrls } from "./migrate";

/** Everything `npm start` and the database commands need to know, from the environment and the data folder. */
export interface Settings {
  mode: "demo" | "production";
  dataDir: string;
  ports: { web: number; stripe: number; resend: number; shop: number; postgres: number };
  appUrl: string;
  embeddedDatabase: boolean;
  sandbox: { stripe: boolean; resend: boolean };
  secrets: Secrets;
}

interface Secrets {
  appSecret: string;
  dataSecret: string;
  postgresPassword: string;
  sandboxToken: string;
}

/**
 * Reads the settings; in demo mode what is missing is made up once and kept in the data folder.
 * @throws EnvironmentError when PORT or VOUCH_MODE make no sense
 */
export function readSettings(source: NodeJS.ProcessEnv = process.env): Settings {
  const mode = source.VOUCH_MODE || "demo";
  if (mode !== "demo" && mode !== "production") {
    throw new EnvironmentError(`VOUCH_MODE is "${mode}"; it can be demo or production.`);
  }
  const web = Number(source.PORT || 3000);
  if (!Number.isInteger(web) || web < 1 || web > 65_530) {
    throw new EnvironmentError(`PORT is "${source.PORT}"; it must be a number from 1 to 65530.`);
  }
  const given = source.DATA_DIR || ".data";
  const dataDir = isAbsolute(given) ? given : join(projectRoot, given);
  return {
    mode,
    dataDir,
    ports: { web, stripe: web + 1, resend: web + 2, shop: web + 3, postgres: web + 4 },
    appUrl: source.APP_URL || `http://localhost:${web}`,
    embeddedDatabase: mode === "demo" && !source.DATABASE_URL,
    sandbox: {
      stripe: mode === "demo" && !source.STRIPE_SECRET_KEY,
      resend: mode === "demo" && !source.RESEND_API_KEY,
    },
    secrets: mode === "demo" ? keptSecrets(dataDir) : { appSecret: "", dataSecret: "", postgresPassword: "", sandboxToken: "" },
  };
}

/** Made up once; a secret that an older version did not know yet is added to those it kept. */
function keptSecrets(dataDir: string): Secrets {
  const file = join(dataDir, "secrets.json");
  const kept = existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Partial<Secrets>) : {};
  const secret = () => randomBytes(32).toString("base64url");
  const secrets = { appSecret: secret(), dataSecret: secret(), postgresPassword: secret(), sandboxToken: secret(), ...kept };
  mkdirSync(dataDir, { recursive: true });
  writeFileSync(`${file}.new`, JSON.stringify(secrets), { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return secrets;
}

/** The connections of the four roles: the embedded server's own, or what the environment names. */
export function databaseUrls(settings: Settings, source: NodeJS.ProcessEnv = process.env): ConnectionUrls {
  if (settings.embeddedDatabase) {
    const admin = `postgresql://postgres:x@127.0.0.1:${settings.ports.postgres}/postgres`;
    return connectionUrls(admin, settings.secrets.postgresPassword, "vouch");
  }
  const app = source.DATABASE_URL ?? "";
  const or = (name: string) => source[name] || (settings.mode === "demo" ? app : "");
  return {
    app,
    worker: or("DATABASE_URL_WORKER"),
    migrate: or("DATABASE_URL_MIGRATE"),
    report: or("DATABASE_URL_REPORT"),
  };
}

/**
 * The complete environment of the web and worker processes, checked with the same schema they use.
 * @throws EnvironmentError naming every variable that is missing or malformed
 */
export function processEnvironment(settings: Settings, source: NodeJS.ProcessEnv = process.env): NodeJS.ProcessEnv {
  const urls = databaseUrls(settings, source);
  const local = (port: number) => `http://localhost:${port}`;
  const bothSandboxes = settings.sandbox.stripe && settings.sandbox.resend;
  const demo: Record<string, string> = {
    APP_URL: settings.appUrl,
    APP_SECRET: source.APP_SECRET || settings.secrets.appSecret,
    DATA_SECRET: source.DATA_SECRET || settings.secrets.dataSecret,
    MAIL_FROM: source.MAIL_FROM || "Vouch <champions@vouch.example>",
    SANDBOX_TOKEN: settings.secrets.sandboxToken,
    ...(settings.sandbox.stripe && {
      STRIPE_SECRET_KEY: "sk_test_sandbox",
      STRIPE_API_BASE: local(settings.ports.stripe),
    }),
    ...(settings.sandbox.resend && { RESEND_API_KEY: "re_sandbox", RESEND_BASE_URL: local(settings.ports.resend), RESEND_PER_SECOND: "200" }),
    ...(bothSandboxes && { SANDBOX_SHOP_URL: local(settings.ports.shop) }),
  };
  const complete: NodeJS.ProcessEnv = {
    ...source,
    ...(settings.mode === "demo" && demo),
    VOUCH_MODE: settings.mode,
    NODE_ENV: "production",
    PORT: String(settings.ports.web),
    DATA_DIR: settings.dataDir,
    DATABASE_URL: urls.app,
    DATABASE_URL_WORKER: urls.worker,
    DATABASE_URL_MIGRATE: urls.migrate,
    DATABASE_URL_REPORT: urls.report,
  };
  parseEnv(complete);
  if (!urls.migrate) throw new EnvironmentError("The environment is not complete: DATABASE_URL_MIGRATE is not set.");
  return complete;
}
