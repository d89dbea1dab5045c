import { EventEmitter } from "node:events";
import { Logger, run, type TaskList, type WorkerEvents } from "graphile-worker";
import { Pool } from "pg";
import { processClock } from "~/platform/deps.server";
import { env } from "~/platform/env.server";
import { log } from "~/platform/log.server";
import type { JobName } from "~/platform/jobs.server";
import { keepHeartbeat } from "./heartbeat.server";
import { jobTable } from "./job-table.server";
import { SCHEDULE } from "./schedule";

/**
 * Starts the job library with a heartbeat of its own: the library frees the jobs of a dead process only after four
 * hours, our sweep does it within a minute (I35).
 */
export async function startWorker(
  connectionString: string,
  { concurrency = 4 } = {},
): Promise<{ stop(): Promise<void> }> {
  const pgPool = new Pool({ connectionString, max: 8 });
  const lost = (error: Error) => log.warn({ err: error.message }, "job connection lost");
  // Idle or in use, a dropped connection must not end the process.
  pgPool.on("error", lost);
  pgPool.on("connect", (client) => client.on("error", lost));
  const events = new EventEmitter() as WorkerEvents;
  const poolId = new Promise<string>((resolve) => {
    events.once("pool:create", ({ workerPool }) => resolve(workerPool.id));
  });
  const runner = await run({
    pgPool,
    events,
    taskList: taskList(),
    crontab: SCHEDULE,
    concurrency,
    pollInterval: env().WORKER_POLL_MS,
    noHandleSignals: true,
    logger: new Logger(() => (level, message) => {
      if (level === "error" || level === "warning") log[level === "error" ? "error" : "warn"]({ library: "jobs" }, message);
    }),
  });
  const heartbeat = await keepHeartbeat(connectionString, await poolId);
  return {
    async stop() {
      // Alive until the last job is done: a pool that fell silent has its jobs taken away.
      await runner.stop();
      await heartbeat.stop();
      await pgPool.end();
    },
  };
}

function taskList(): TaskList {
  const entries = Object.entries(jobTable).map(([name, handle]) => [
    name,
    async (payload: unknown) => {
      // Domain time may have been moved since the last job.
      await processClock().refresh();
      await handle(payload as never);
      log.debug({ job: name as JobName }, "job done");
    },
  ]);
  return Object.fromEntries(entries) as TaskList;
}
