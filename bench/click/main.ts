import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { buildIfNeeded } from "../../scripts/build";
import { median, rounded } from "../parts/figures";
import { throwawayCluster } from "../parts/throwaway-cluster";
import { ARMS, startArm, type Arm, type RunningArm } from "./arms";
import { killRun } from "./kill-run";
import { countStored, makeLinks } from "./links";
import { startLoad } from "./load-process";

/** `--quick` only shows that everything runs; its figures mean little. */
const quick = process.argv.includes("--quick");
const ROUNDS = quick ? 1 : 3;
const [WARM_MS, RUN_MS] = quick ? [200, 500] : [500, 2_500];
const CONNECTIONS = [1, 32, 256];

interface Run {
  perSecond: number;
  p50: number;
  p99: number;
  unstored: number;
}

buildIfNeeded();
const cluster = await throwawayCluster();
const place = { urls: await cluster.database("vouch"), folder: mkdtempSync(join(tmpdir(), "vouch-bench-click-")) };
const pool = new pg.Pool({ connectionString: place.urls.app, max: 1 });
pool.on("error", () => undefined);
const load = startLoad();
const servers = {} as Record<Arm, RunningArm>;
try {
  const paths = await makeLinks(cluster.adminUrl("vouch"));
  for (const arm of ARMS) servers[arm] = await startArm(arm, place);
  // A server that just started compiles what it runs; all are compared after that.
  for (const arm of ARMS) await load.run({ port: servers[arm].port, connections: 32, ms: RUN_MS, warmMs: 0, paths, collect: false });
  const figures = [];
  for (const connections of CONNECTIONS) figures.push({ connections, ...(await compare(connections, paths)) });
  const memoryMb = mostMemoryMb(servers.vouch.pid);
  for (const arm of ARMS) await servers[arm].stop();
  const kill = await killRun(place, pool, load, paths);
  console.log(JSON.stringify({ figures, ratios: ratiosOf(figures), memoryMb, kill }, null, 2));
} finally {
  load.stop();
  for (const server of Object.values(servers)) await server.stop("SIGKILL");
  await pool.end();
  await cluster.close();
  rmSync(place.folder, { recursive: true, force: true });
}

/** The servers take turns, so that whatever else the machine does meets all of them. */
async function compare(connections: number, paths: string[]): Promise<Record<Arm, Run>> {
  const runs = { bare: [], reference: [], vouch: [], insertEach: [] } as Record<Arm, Run[]>;
  for (let round = 0; round < ROUNDS; round++) for (const arm of ARMS) runs[arm].push(await measure(arm, connections, paths));
  const middle = (arm: Arm): Run => ({
    perSecond: Math.round(median(runs[arm].map(({ perSecond }) => perSecond))),
    p50: rounded(median(runs[arm].map(({ p50 }) => p50))),
    p99: rounded(median(runs[arm].map(({ p99 }) => p99))),
    unstored: runs[arm].reduce((sum, { unstored }) => sum + unstored, 0),
  });
  return { bare: middle("bare"), reference: middle("reference"), vouch: middle("vouch"), insertEach: middle("insertEach") };
}

async function measure(arm: Arm, connections: number, paths: string[]): Promise<Run> {
  const before = await countStored(pool);
  const result = await load.run({ port: servers[arm].port, connections, ms: RUN_MS, warmMs: WARM_MS, paths, collect: false });
  if (result.otherAnswers > 0) throw new Error(`${arm} answered ${result.otherAnswers} times with something else than a redirect`);
  const after = await settled(arm === "bare" ? before.rows : before.rows + result.acknowledged);
  const { answered, acknowledged, seconds, p50, p99 } = result;
  // One INSERT per click keeps no totals; a bare redirect keeps nothing.
  const kept = arm === "insertEach" ? after.rows - before.rows : Math.min(after.rows - before.rows, after.totals - before.totals);
  return { perSecond: answered / seconds, p50, p99, unstored: arm === "bare" ? 0 : acknowledged - kept };
}

/** What is stored once nothing is on its way any more: what waited in a file is written within a second or two. */
async function settled(expected: number): Promise<{ rows: number; totals: number }> {
  for (let look = 0; ; look++) {
    const stored = await countStored(pool);
    if (stored.rows >= expected || look === 30) return stored;
    await wait(100);
  }
}

/** The most memory a process held so far; null where the system does not tell. */
function mostMemoryMb(pid: number): number | null {
  try {
    const kilobytes = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
    return kilobytes ? Math.round(Number(kilobytes) / 1024) : null;
  } catch {
    return null;
  }
}

function ratiosOf(figures: ({ connections: number } & Record<Arm, Run>)[]) {
  return figures.map(({ connections, vouch, reference }) => ({
    connections,
    perSecond: rounded(vouch.perSecond / reference.perSecond),
    p99: rounded(vouch.p99 / reference.p99),
  }));
}
