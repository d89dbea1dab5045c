import { readdirSync } from "node:fs";
import { join } from "node:path";
import { Router } from "express";
import { processDatabase } from "~/platform/deps.server";
import { env } from "~/platform/env.server";

/** `/healthz`: the process answers. `/readyz`: the database is migrated and a worker shows signs of life. */
export function healthRoutes(): Router {
  const router = Router();
  router.get("/healthz", (_req, res) => {
    res.type("text/plain").send("ok\n");
  });
  router.get("/readyz", (_req, res) => {
    readiness().then(
      (state) => res.status(state.ready ? 200 : 503).json(state),
      () => res.status(503).json({ ready: false, database: "unreachable" }),
    );
  });
  return router;
}

async function readiness() {
  const wanted = readdirSync(join(process.cwd(), "prisma", "migrations"), { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  ).length;
  const { rows } = await processDatabase().pool.query<{ applied: number; silent_ms: number | null }>(
    `select (select count(*)::int from _prisma_migrations where finished_at is not null) as applied,
            (select extract(epoch from clock_timestamp() - max(beat_at)) * 1000 from platform.worker_heartbeat
              where died_at is null)::float as silent_ms`,
  );
  const { applied = 0, silent_ms: silentMs = null } = rows[0] ?? {};
  const migrated = applied >= wanted;
  const workerAlive = silentMs !== null && silentMs < env().WORKER_SILENCE_MS;
  return { ready: migrated && workerAlive, database: migrated ? "migrated" : "behind", worker: workerAlive ? "alive" : "silent" };
}
