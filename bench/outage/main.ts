import { existsSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { startArm, type Place } from "../click/arms";
import { clickIdOf, countWritten } from "../click/kill-run";
import { countStored, makeLinks } from "../click/links";
import { startLoad } from "../click/load-process";
import { benchRun } from "../parts/bench-run";
import { rounded } from "../parts/figures";

type Stored = Awaited<ReturnType<typeof countStored>>;

/** The database goes while clicks come in: it falls silent (SIGSTOP) or is killed, and is back after the load. */
const WAYS = ["silent", "killed"] as const;
const CONNECTIONS = [1, 32];
const BEFORE_MS = 1_000;
const AWAY_MS = 2_000;
/** What is answered just before it goes is not counted, what hangs while it goes is. */
const MARGIN_MS = 100;

await benchRun("outage", async ({ cluster, folder, atEnd }) => {
  const place = { urls: await cluster.database("vouch"), folder };
  const load = startLoad();
  atEnd(async () => load.stop());
  const paths = await makeLinks(cluster.adminUrl("vouch"));
  let vouch = await startArm("vouch", place);
  atEnd(() => vouch.stop("SIGKILL"));
  const run = (connections: number, ms: number, warmMs = 0) =>
    load.run({ port: vouch.port, connections, ms, warmMs, paths, collect: true });

  const outage = async (way: (typeof WAYS)[number], connections: number) => {
    const before = await stored(place);
    const running = run(connections, AWAY_MS, BEFORE_MS);
    await wait(BEFORE_MS - MARGIN_MS);
    cluster.signal(way === "silent" ? "SIGSTOP" : "SIGKILL");
    const { answered, otherAnswers, p50, p99, most, locations } = await running;
    if (way === "silent") cluster.signal("SIGCONT");
    else await cluster.restart();
    const times = { p50: rounded(p50), p99: rounded(p99), most: rounded(most) };
    return { way, connections, answered, otherAnswers, ...times, ...(await written(place, locations, before)) };
  };

  /** The web process is killed while its clicks wait in a file, and another starts before the database does. */
  const restartWithoutDatabase = async () => {
    const before = await stored(place);
    await knownCodesKept(place);
    cluster.signal("SIGKILL");
    const first = await run(32, 500);
    await vouch.stop("SIGKILL");
    vouch = await startArm("vouch", place);
    const second = await run(32, 500);
    await cluster.restart();
    const otherAnswers = first.otherAnswers + second.otherAnswers;
    const locations = [...first.locations, ...second.locations];
    return { answered: second.answered, otherAnswers, most: rounded(second.most), ...(await written(place, locations, before)) };
  };

  await run(32, 500);
  const figures = [];
  for (const way of WAYS) for (const connections of CONNECTIONS) figures.push(await outage(way, connections));
  return { figures, restarted: await restartWithoutDatabase() };
});

/** The web process writes what codes it knows a few seconds after it learnt them. */
async function knownCodesKept({ folder }: Place): Promise<void> {
  for (let look = 0; !existsSync(join(folder, "data", "codes", "known")); look++) {
    if (look === 100) throw new Error("The known codes were not written");
    await wait(100);
  }
}

/** What became of clicks that were answered: each has a token with its name, is stored and was added to the totals once. */
async function written({ urls }: Place, locations: string[], before: Stored) {
  const ids = new Set(locations.map(clickIdOf));
  return withPool(urls.app, async (pool) => {
    const lost = ids.size - (await countWritten(pool, [...ids]));
    const after = await countStored(pool);
    return { acknowledged: ids.size, lost, doubled: after.totals - before.totals - (after.rows - before.rows) };
  });
}

function stored({ urls }: Place): Promise<Stored> {
  return withPool(urls.app, countStored);
}

/** A pool for a moment: the next outage would break one that stays. */
async function withPool<T>(connectionString: string, ask: (pool: pg.Pool) => Promise<T>): Promise<T> {
  const pool = new pg.Pool({ connectionString, max: 1 });
  return ask(pool).finally(() => pool.end());
}
