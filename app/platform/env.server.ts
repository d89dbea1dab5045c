import { z } from "zod";

const url = z.string().regex(/^https?:\/\/[^/]+$/, "must be an origin such as https://champions.example.com");
const databaseUrl = z.string().regex(/^postgres(ql)?:\/\//, "must start with postgresql://");
const secret = z.string().min(43, "must hold at least 32 random bytes (43 characters of base64url)");
const milliseconds = (fallback: number) => z.coerce.number().int().min(50).default(fallback);

const schema = z.object({
  VOUCH_MODE: z.enum(["demo", "production"]).default("demo"),
  NODE_ENV: z.enum(["development", "production", "test"]).default("production"),
  PORT: z.coerce.number().int().min(1).max(65535).default(3000),
  /** The public origin of the portal: every link in a mail and every redirect is built from it. */
  APP_URL: url,
  /** A folder of this process's own, for what must not be lost while the database is away. */
  DATA_DIR: z.string().min(1).default(".data"),
  DATABASE_URL: databaseUrl,
  DATABASE_URL_WORKER: databaseUrl,
  DATABASE_URL_REPORT: databaseUrl,
  /** Root of the keys that sign; may be changed (see `secrets.server.ts`). */
  APP_SECRET: secret,
  /** Root of the keys that seal and hash what is stored; stays as long as the data. */
  DATA_SECRET: secret,
  /** A retired `APP_SECRET`, so that click tokens signed with it still verify (A10). */
  APP_SECRET_PREVIOUS: secret.optional(),
  STRIPE_SECRET_KEY: z.string().regex(/^(sk|rk)_(test|live)_/, "must be a Stripe secret or restricted key"),
  /** Only a sandbox has an address of its own; without it the SDK talks to Stripe. */
  STRIPE_API_BASE: url.optional(),
  /** Only when the webhook endpoint was made by hand; the integration page stores its own. */
  STRIPE_WEBHOOK_SECRET: z.string().startsWith("whsec_").optional(),
  RESEND_API_KEY: z.string().startsWith("re_"),
  RESEND_BASE_URL: url.optional(),
  RESEND_WEBHOOK_SECRET: z.string().startsWith("whsec_").optional(),
  /** How many calls Resend may get each second from one process. */
  RESEND_PER_SECOND: z.coerce.number().int().min(1).max(1_000).default(2),
  MAIL_FROM: z.string().min(3),
  /** How many reverse proxies stand in front; 0 believes no forwarding header. */
  TRUSTED_PROXY_HOPS: z.coerce.number().int().min(0).max(5).default(0),
  /** Shared with the sandbox so that it can move the demo's time. Demo only. */
  SANDBOX_TOKEN: z.string().min(16).optional(),
  /** Where people find the sandbox pages; shown on the demo's sign-in page. Demo only. */
  SANDBOX_SHOP_URL: url.optional(),
  LOG_LEVEL: z.enum(["silent", "error", "warn", "info", "debug"]).default("info"),
  WORKER_BEAT_MS: milliseconds(5_000),
  WORKER_SILENCE_MS: milliseconds(30_000),
  WORKER_SWEEP_MS: milliseconds(10_000),
  WORKER_POLL_MS: milliseconds(2_000),
});

export type Env = z.infer<typeof schema>;

/** What is wrong with the environment, in one sentence a person can act on. */
export class EnvironmentError extends Error {
  override name = "EnvironmentError";
}

/**
 * Reads the environment once. Production refuses the sandbox and needs every variable (none is guessed).
 * @throws EnvironmentError naming each variable that is missing or malformed
 */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const parsed = schema.safeParse(given);
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => {
      const name = issue.path.join(".");
      return given[name] === undefined ? `${name} is not set` : `${name} ${issue.message}`;
    });
    throw new EnvironmentError(`The environment is not complete: ${problems.join("; ")}.`);
  }
  const env = parsed.data;
  if (env.VOUCH_MODE === "production") {
    const sandbox = (
      ["STRIPE_API_BASE", "RESEND_BASE_URL", "SANDBOX_TOKEN", "SANDBOX_SHOP_URL"] as const
    ).filter((name) => env[name] !== undefined);
    if (sandbox.length > 0) {
      throw new EnvironmentError(`Production never talks to a sandbox: remove ${sandbox.join(", ")}.`);
    }
    if (!env.APP_URL.startsWith("https://")) {
      throw new EnvironmentError("Production needs an APP_URL that starts with https://.");
    }
  }
  return env;
}

let cached: Env | undefined;

/** The parsed environment of this process. */
export function env(): Env {
  // The one place that reads process.env; everywhere else it is a lint error.
  return (cached ??= parseEnv(process.env));
}

/** True while Stripe and Resend are stand-in servers: demo conveniences exist only then. */
export function sandboxRuns(): boolean {
  const { VOUCH_MODE, STRIPE_API_BASE, RESEND_BASE_URL } = env();
  return VOUCH_MODE === "demo" && STRIPE_API_BASE !== undefined && RESEND_BASE_URL !== undefined;
}
