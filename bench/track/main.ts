/*
 * npm run bench:track [-- --quick] [-- --profile]
 *
 * Sales told through the API of the production web process, beside a plain reference that inserts the same rows; in one
 * run, alternating. What is measured and how to read it: README.md beside this file.
 */
import { writeFileSync } from "node:fs";
import { Agent } from "node:http";
import { join } from "node:path";
import pg from "pg";
import { withClient } from "../../scripts/database-cluster";
import { benchRun, type BenchRun } from "../parts/bench-run";
import { median, percentile, rounded } from "../parts/figures";
import { load, send, type Round } from "../parts/load";
import { productionEnvironment } from "../parts/production-environment";
import { startServer } from "../parts/server-process";
import { freePort } from "../parts/throwaway-cluster";
import { sampleOf } from "./sample";
import { Shop } from "./shop";
import { countStored, makeWorld } from "./world";

const quick = process.argv.includes("--quick");
const CONNECTIONS = [1, 8, 32];
const ROUNDS = quick ? 1 : 3;
const SECONDS = quick ? 2 : 5;
/** More than either side manages. */
const CHAMPIONS = 1_500 * SECONDS * (ROUNDS * CONNECTIONS.length + 3);

await benchRun("track", measure);

async function measure({ cluster, folder, say, atEnd }: BenchRun) {
  say("making a database, a program and champions");
  const urls = await cluster.database("vouch");
  const environment = productionEnvironment(urls, await freePort(), folder);
  Object.assign(process.env, environment, { LOG_LEVEL: "warn" });
  const world = await makeWorld(urls.migrate, CHAMPIONS);
  const plainUrls = await cluster.copyOf("vouch", "plain");
  const pool = new pg.Pool({ connectionString: urls.migrate, max: 1 });
  atEnd(() => pool.end());
  const profiling = process.argv.includes("--profile") ? ["--cpu-prof"] : [];
  const web = await startServer([...profiling, join("build", "server", "web.js")], environment, join(folder, "web.log"));
  atEnd(() => web.stop());
  const webPort = Number(environment.PORT);

  const shop = new Shop(world);
  const first = shop.newSale();
  const agent = new Agent();
  const answer = await send(agent, webPort, first.call);
  if (answer.status !== 200 || !answer.text.includes('"attributed":true')) throw new Error(`the first sale was refused: ${answer.text}`);
  const sample = await withClient(cluster.adminUrl("vouch"), (client) => sampleOf(client, `api:${first.sale.invoiceId}`));
  const sampleFile = join(folder, "sample.json");
  writeFileSync(sampleFile, JSON.stringify(sample));
  const reference = await startServer(
    ["--import", "tsx", "bench/track/reference.ts"],
    { ...process.env, REFERENCE_DATABASE_URL: plainUrls.app, REFERENCE_SAMPLE: sampleFile, REFERENCE_SALE: JSON.stringify(first.sale) },
    join(folder, "reference.log"),
  );
  atEnd(() => reference.stop());

  const ports = { vouch: webPort, reference: Number(reference.said) };
  const shops = { vouch: shop, reference: new Shop(world) };
  shops.reference.newSale();
  const run = async (arm: "vouch" | "reference", connections: number, seconds: number, next = () => shops[arm].newSale().call) => {
    const round = await load(ports[arm], connections, seconds, next);
    if (round.refused.size > 0) throw new Error(`${arm} refused: ${[...round.refused].join("\n")}`);
    return round;
  };
  say("warming up");
  // A process that has run for a while: the compiler of JavaScript needs a few thousand sales.
  for (const arm of ["vouch", "reference"] as const) for (let time = 0; time < 3; time++) await run(arm, 32, SECONDS);
  // PostgreSQL does this by itself, within a minute of tables growing: until then it plans for empty ones.
  for (const name of ["vouch", "plain"]) await withClient(cluster.adminUrl(name), (client) => client.query("analyze"));
  const results = [];
  for (const connections of CONNECTIONS) {
    const rounds = { vouch: [] as Round[], reference: [] as Round[] };
    for (let round = 0; round < ROUNDS; round++) {
      for (const arm of ["reference", "vouch"] as const) {
        rounds[arm].push(await run(arm, connections, SECONDS));
        say(`${connections} connections, ${arm}: ${rounded(rounds[arm].at(-1)?.perSecond ?? NaN, 0)} sales/s`);
      }
    }
    results.push(compared(connections, rounds.vouch, rounds.reference));
  }
  const told = shop.numbers.length;
  const stored = await countStored(pool, shop.numbers);
  say("other sales");
  const others = {
    repeatOfABoundCustomer: summary([await run("vouch", 8, SECONDS, () => shop.repeatSale())]),
    nobodyBroughtThem: summary([await run("vouch", 8, SECONDS, () => shop.unattributedSale())]),
  };
  return {
    rowsPerSale: { ...Object.fromEntries(sample.tables.map(({ name, rows }) => [name, rows.length])), jobs: sample.jobs.length },
    results,
    others,
    acknowledgedMinusStored: told - stored,
  };
}

function summary(rounds: readonly Round[]) {
  const times = rounds.flatMap((round) => round.times);
  return {
    salesPerSecond: rounded(median(rounds.map(({ perSecond }) => perSecond)), 1),
    p50Ms: rounded(percentile(times, 0.5)),
    p99Ms: rounded(percentile(times, 0.99)),
    rounds: rounds.map(({ perSecond }) => rounded(perSecond, 1)),
  };
}

function compared(connections: number, vouch: readonly Round[], reference: readonly Round[]) {
  const [ours, plain] = [summary(vouch), summary(reference)];
  return {
    connections, vouch: ours, reference: plain,
    ratio: rounded(ours.salesPerSecond / plain.salesPerSecond),
    p99Ratio: rounded(ours.p99Ms / plain.p99Ms),
  };
}
