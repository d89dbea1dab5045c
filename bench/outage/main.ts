import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { buildIfNeeded } from "../../scripts/build";
import { rounded } from "../parts/figures";
import { throwawayCluster } from "../parts/throwaway-cluster";
import { startArm, type RunningArm } from "../click/arms";
import { clickIdOf, countWritten } from "../click/kill-run";
import { countStored, makeLinks } from "../click/links";
import { startLoad } from "../click/load-process";

/** The database goes while clicks come in: it falls silent (SIGSTOP) or is killed, and is back after the load. */
const WAYS = ["silent", "killed"] as const;
const CONNECTIONS = [1, 32];
const BEFORE_MS = 1_000;
const AWAY_MS = 2_000;
/** What is answered just before it goes is not counted, what hangs while it goes is. */
const MARGIN_MS = 100;

buildIfNeeded();
const cluster = await throwawayCluster();
const place = { urls: await cluster.database("vouch"), folder: mkdtempSync(join(tmpdir(), "vouch-bench-outage-")) };
const load = startLoad();
let vouch: RunningArm | undefined;
try {
  const paths = await makeLinks(cluster.adminUrl("vouch"));
  vouch = await startArm("vouch", place);
  await run(vouch, 32, paths, 500);
  const figures = [];
  for (const way of WAYS) {
    for (const connections of CONNECTIONS) figures.push({ way, connections, ...(await outage(way, connections, paths)) });
  }
  console.log(JSON.stringify({ figures, restarted: await restartWithoutDatabase(paths) }, null, 2));
} finally {
  load.stop();
  await vouch?.stop("SIGKILL");
  await cluster.close();
  rmSync(place.folder, { recursive: true, force: true });
}

function run({ port }: RunningArm, connections: number, paths: string[], ms: number, warmMs = 0) {
  return load.run({ port, connections, ms, warmMs, paths, collect: true });
}

async function outage(way: (typeof WAYS)[number], connections: number, paths: string[]) {
  if (!vouch) throw new Error("Vouch does not run");
  const before = await stored();
  const running = run(vouch, connections, paths, AWAY_MS, BEFORE_MS);
  await wait(BEFORE_MS - MARGIN_MS);
  cluster.signal(way === "silent" ? "SIGSTOP" : "SIGKILL");
  const { answered, otherAnswers, p50, p99, most, locations } = await running;
  if (way === "silent") cluster.signal("SIGCONT");
  else await cluster.restart();
  return { answered, otherAnswers, p50: rounded(p50), p99: rounded(p99), most: rounded(most), ...(await written(locations, before)) };
}

/** The web process is killed while its clicks wait in a file, and another starts before the database does. */
async function restartWithoutDatabase(paths: string[]) {
  if (!vouch) throw new Error("Vouch does not run");
  const before = await stored();
  await knownCodesKept();
  cluster.signal("SIGKILL");
  const first = await run(vouch, 32, paths, 500);
  await vouch.stop("SIGKILL");
  vouch = await startArm("vouch", place);
  const second = await run(vouch, 32, paths, 500);
  await cluster.restart();
  const otherAnswers = first.otherAnswers + second.otherAnswers;
  return { answered: second.answered, otherAnswers, most: rounded(second.most), ...(await written([...first.locations, ...second.locations], before)) };
}

/** The web process writes what codes it knows a few seconds after it learnt them. */
async function knownCodesKept(): Promise<void> {
  for (let look = 0; !existsSync(join(place.folder, "data", "codes", "known")); look++) {
    if (look === 100) throw new Error("The known codes were not written");
    await wait(100);
  }
}

/** What became of clicks that were answered: each has a token with its name, is stored and was added to the totals once. */
async function written(locations: string[], before: { rows: number; totals: number }) {
  const ids = new Set(locations.map(clickIdOf));
  const pool = new pg.Pool({ connectionString: place.urls.app, max: 1 });
  try {
    const lost = ids.size - (await countWritten(pool, [...ids]));
    const after = await countStored(pool);
    return { acknowledged: ids.size, lost, doubled: after.totals - before.totals - (after.rows - before.rows) };
  } finally {
    await pool.end();
  }
}

async function stored(): Promise<{ rows: number; totals: number }> {
  const pool = new pg.Pool({ connectionString: place.urls.app, max: 1 });
  return countStored(pool).finally(() => pool.end());
}
