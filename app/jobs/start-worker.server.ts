import { EventEmitter } from "node:events";
import { Logger, run, type TaskList, type WorkerEvents } from "graphile-worker";
import { Pool } from "pg";
import { processClock } from "~/platform/deps.server";
import { env } from "~/platform/env.server";
import { log } from "~/platform/log.server";
import type { JobName } from "~/platform/jobs.server";
import { keepHeartbeat } from "./heartbeat.server";
import { CALLS_STRANGERS, jobTable } from "./job-table.server";
import { SCHEDULE } from "./schedule";

/**
 * Starts the job library with a heartbeat of its own: the library frees the jobs of a dead process only after four
 * hours, our sweep does it within a minute (I35). Jobs that call strangers have a lane of their own beside all others.
 */
export async function startWorker(
  connectionString: string,
  { concurrency = 4, callers = 8 } = {},
): Promise<{ stop(): Promise<void> }> {
  const own = namesOfJobs().filter((name) => !CALLS_STRANGERS.includes(name));
  const lanes = [
    await startLane(connectionString, { jobs: own, concurrency, crontab: SCHEDULE }),
    await startLane(connectionString, { jobs: CALLS_STRANGERS, concurrency: callers }),
  ];
  return {
    async stop() {
      await Promise.all(lanes.map((lane) => lane.stop()));
    },
  };
}

interface Lane {
  jobs: readonly JobName[];
  concurrency: number;
  /** What happens by itself here. */
  crontab?: string;
}

async function startLane(connectionString: string, { jobs, concurrency, crontab }: Lane): Promise<{ stop(): Promise<void> }> {
  const pgPool = new Pool({ connectionString, max: concurrency + 4 });
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
    taskList: taskList(jobs),
    ...(crontab && { crontab }),
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

const namesOfJobs = () => Object.keys(jobTable) as JobName[];

function taskList(jobs: readonly JobName[]): TaskList {
  const entries = jobs.map((name) => [
    name,
    async (payload: unknown) => {
      // Domain time may have been moved since the last job.
      await processClock().refresh();
      await jobTable[name](payload as never);
      log.debug({ job: name }, "job done");
    },
  ]);
  return Object.fromEntries(entries) as TaskList;
}
