import type { ConnectionUrls } from "../../scripts/migrate";

/** What the web process gets in production, behind one proxy on this machine; the keys of the outside are made up. */
export function productionEnvironment(urls: ConnectionUrls, port: number, dataDir: string): NodeJS.ProcessEnv {
  return {
    PATH: process.env.PATH,
    NODE_ENV: "production",
    VOUCH_MODE: "production",
    PORT: String(port),
    DATA_DIR: dataDir,
    APP_URL: "https://champions.bluekettle.example",
    APP_SECRET: "bench".repeat(10),
    DATA_SECRET: "bench-data".repeat(5),
    DATABASE_URL: urls.app,
    DATABASE_URL_WORKER: urls.worker,
    DATABASE_URL_MIGRATE: urls.migrate,
    DATABASE_URL_REPORT: urls.report,
    STRIPE_SECRET_KEY: "rk_live_bench",
    RESEND_API_KEY: "re_bench",
    MAIL_FROM: "Blue Kettle <champions@bluekettle.example>",
    TRUSTED_PROXY_HOPS: "1",
  };
}
