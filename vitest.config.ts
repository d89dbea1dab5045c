import { fileURLToPath } from "node:url";
import type { ProvidedContext } from "vitest";
import { defineConfig } from "vitest/config";
import type {} from "./app/testing/histories/proved-runs";

const alias = { "~": fileURLToPath(new URL("./app", import.meta.url)) };

/** What the code under test reads as its environment; no test reaches anything but loopback. */
const env = {
  VOUCH_MODE: "demo",
  NODE_ENV: "test" as const,
  APP_URL: "http://localhost:3000",
  APP_SECRET: "test-secret-test-secret-test-secret-test-secret",
  DATA_SECRET: "data-secret-data-secret-data-secret-data-secret",
  DATABASE_URL: "postgresql://unused:unused@127.0.0.1:1/unused",
  DATABASE_URL_WORKER: "postgresql://unused:unused@127.0.0.1:1/unused",
  DATABASE_URL_REPORT: "postgresql://unused:unused@127.0.0.1:1/unused",
  STRIPE_SECRET_KEY: "sk_test_sandbox",
  RESEND_API_KEY: "re_sandbox",
  MAIL_FROM: "Vouch <champions@example.test>",
  LOG_LEVEL: "silent",
};

/** How far the proofs go, and what replays a failure of theirs: `scripts/prove.ts`. */
const { VOUCH_PROVE } = process.env;
const prove = (VOUCH_PROVE ? JSON.parse(VOUCH_PROVE) : { long: false }) as ProvidedContext["prove"];

export default defineConfig({
  resolve: { alias },
  test: {
    env,
    provide: { prove },
    // A failing test fails: nothing is tried twice.
    retry: 0,
    maxWorkers: 2,
    // Polls and tests end as soon as they can; only a busy machine needs this long.
    expect: { poll: { timeout: 10_000 } },
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["{app,prisma,sandbox,scripts,bench}/**/*.test.{ts,tsx}"],
          exclude: ["**/*.db.test.ts"],
        },
      },
      {
        extends: true,
        test: {
          name: "db",
          include: ["{app,prisma,scripts}/**/*.db.test.ts"],
          globalSetup: ["app/testing/database-setup.ts"],
        },
      },
    ],
  },
});
