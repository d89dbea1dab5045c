/*
 * npm run bench:landing [-- --quick]
 *
 * The friend's landing page of the production web process beside a bare Remix page of the same size; in one run,
 * alternating. What is measured and how to read it: README.md beside this file.
 */
import { Agent } from "node:http";
import { join } from "node:path";
import pg from "pg";
import { benchRun, type BenchRun } from "../parts/bench-run";
import { median, percentile, rounded } from "../parts/figures";
import { load, send, type Call, type Round } from "../parts/load";
import { productionEnvironment } from "../parts/production-environment";
import { startServer } from "../parts/server-process";
import { freePort } from "../parts/throwaway-cluster";

const quick = process.argv.includes("--quick");
const CONNECTIONS = [1, 16];
const ROUNDS = quick ? 1 : 5;
const SECONDS = quick ? 2 : 4;
const CODES = 50;
/** What a browser of a friend says of itself. */
const BROWSER = {
  "user-agent": "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1",
  accept: "text/html", "accept-language": "nl-NL,nl;q=0.9", "accept-encoding": "gzip, deflate, br", "sec-fetch-mode": "navigate", "sec-fetch-dest": "document",
};

await benchRun("landing", measure);

async function measure({ cluster, folder, say, atEnd }: BenchRun) {
  say("making a database, a program and champions with links");
  const urls = await cluster.database("vouch");
  const environment = productionEnvironment(urls, await freePort(), folder);
  Object.assign(process.env, environment, { LOG_LEVEL: "warn" });
  const { makeWorld } = await import("./world");
  const world = await makeWorld(CODES);
  const pool = new pg.Pool({ connectionString: urls.migrate, max: 1 });
  atEnd(() => pool.end());
  const web = await startServer([join("build", "server", "web.js")], environment, join(folder, "web.log"));
  atEnd(() => web.stop());
  const webPort = Number(environment.PORT);
  const visit = (): Call => ({ path: world.nextVisit(), headers: BROWSER });

  const agent = new Agent();
  const { text } = await send(agent, webPort, { ...visit(), headers: { ...BROWSER, "accept-encoding": "identity" } });
  agent.destroy();
  const bytes = Buffer.byteLength(text);
  const barePort = await freePort();
  const bare = await startServer(["--import", "tsx", join("bench", "landing", "reference.tsx"), String(barePort), String(bytes)], { ...process.env, NODE_ENV: "production" }, join(folder, "bare.log"));
  atEnd(() => bare.stop());
  const bareText = (await send(new Agent(), barePort, { path: "/", headers: { ...BROWSER, "accept-encoding": "identity" } })).text;

  const result = [];
  for (const connections of CONNECTIONS) {
    say(`${connections} at once`);
    await load(webPort, connections, 1, visit);
    await load(barePort, connections, 1, () => ({ path: "/", headers: BROWSER }));
    const ours: Round[] = [];
    const theirs: Round[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      ours.push(await load(webPort, connections, SECONDS, visit));
      theirs.push(await load(barePort, connections, SECONDS, () => ({ path: "/", headers: BROWSER })));
    }
    const ratios = ours.map(({ perSecond }, n) => perSecond / (theirs[n]?.perSecond ?? NaN));
    result.push({ connections, landing: figuresOf(ours), bare: figuresOf(theirs), ratio: rounded(median(ratios)) });
  }
  // Before it ends, the process counts what it has shown.
  await web.stop();
  const { rows } = await pool.query<{ n: number }>("select count(*)::int as n from funnel_event where kind = 'landing_shown'");
  return { bytes: { landing: bytes, bare: Buffer.byteLength(bareText) }, result, shown: world.visits(), counted: rows[0]?.n };
}

function figuresOf(rounds: Round[]) {
  const refused = rounds.flatMap((round) => [...round.refused]);
  if (refused.length > 0) throw new Error(`not every page was shown: ${refused[0]}`);
  return {
    perSecond: Math.round(median(rounds.map(({ perSecond }) => perSecond))),
    p50: rounded(median(rounds.map(({ times }) => percentile(times, 0.5)))),
    p99: rounded(median(rounds.map(({ times }) => percentile(times, 0.99)))),
  };
}
