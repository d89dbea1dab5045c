import { hostname } from "node:os";
import pg from "pg";
import { env } from "~/platform/env.server";
import { log } from "~/platform/log.server";

/**
 * Signs of life of this process's job pool, and the sweep that frees the jobs of a pool that fell silent.
 * A beat that finds itself declared dead ends the process: somebody else may already do its work (I34).
 */
export async function keepHeartbeat(connectionString: string, poolId: string): Promise<{ stop(): Promise<void> }> {
  const pool = new pg.Pool({ connectionString, max: 1 });
  pool.on("error", () => undefined);
  await sweep(pool);
  await beat(pool, poolId);
  const beating = setInterval(() => void beat(pool, poolId).catch(warn), env().WORKER_BEAT_MS);
  const sweeping = setInterval(() => void sweep(pool).catch(warn), env().WORKER_SWEEP_MS);
  return {
    async stop() {
      clearInterval(beating);
      clearInterval(sweeping);
      await pool
        .query("update platform.worker_heartbeat set died_at = clock_timestamp() where pool_id = $1", [poolId])
        .catch(warn);
      await pool.end();
    },
  };
}

const warn = (error: unknown) => log.warn({ err: String(error), host: hostname() }, "heartbeat missed");

async function beat(pool: pg.Pool, poolId: string): Promise<void> {
  const { rows } = await pool.query<{ died_at: Date | null }>(
    `insert into platform.worker_heartbeat (pool_id, beat_at) values ($1, clock_timestamp())
     on conflict (pool_id) do update set beat_at = excluded.beat_at returning died_at`,
    [poolId],
  );
  if (rows[0]?.died_at) {
    log.error({ poolId }, "declared dead while alive: this worker ends itself");
    process.exit(1);
  }
}

/** One transaction, one sweeper at a time: silent pools get a time of death, their jobs a new chance. */
async function sweep(pool: pg.Pool): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query("begin");
    const { rows } = await client.query<{ mine: boolean }>(
      "select pg_try_advisory_xact_lock(hashtext('vouch.sweep')) as mine",
    );
    if (rows[0]?.mine) {
      const { rows: dead } = await client.query<{ pool_id: string }>(
        `update platform.worker_heartbeat set died_at = clock_timestamp()
          where died_at is null and beat_at < clock_timestamp() - make_interval(secs => $1 / 1000.0) returning pool_id`,
        [env().WORKER_SILENCE_MS],
      );
      // Also pools that never beat: killed between start and the first sign of life.
      const { rows: unknown } = await client.query<{ pool_id: string }>(
        `select distinct locked_by as pool_id from graphile_worker._private_jobs
          where locked_by is not null and locked_at < clock_timestamp() - make_interval(secs => $1 / 1000.0)
            and not exists (select 1 from platform.worker_heartbeat h where h.pool_id = locked_by and h.died_at is null)`,
        [env().WORKER_SILENCE_MS],
      );
      const silent = [...dead, ...unknown].map((row) => row.pool_id);
      if (silent.length > 0) {
        await client.query("select graphile_worker.force_unlock_workers($1::text[])", [silent]);
        log.warn({ pools: silent.length }, "swept silent workers");
      }
      await client.query(
        "delete from platform.worker_heartbeat where died_at < clock_timestamp() - interval '1 day'",
      );
    }
    await client.query("commit");
  } catch (error) {
    await client.query("rollback").catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}
