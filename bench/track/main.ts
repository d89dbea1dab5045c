/*
 * npm run bench:track [-- --quick] [-- --profile]
 *
 * Sales told through the API of the production web process, beside a plain reference that inserts the same rows; in one
 * run, alternating. What is measured and how to read it: README.md beside this file.
 */
import { Agent } from "node:http";
import { join } from "node:path";
import pg from "pg";
import { withClient } from "../../scripts/database-cluster";
import { benchRun, type BenchRun } from "../parts/bench-run";
import { accepted, besideReference, startReference, summary } from "../parts/beside-reference";
import { countSettled } from "../parts/count-settled";
import { send } from "../parts/load";
import { productionEnvironment } from "../parts/production-environment";
import { sampleOf } from "../parts/sample";
import { startServer } from "../parts/server-process";
import { freePort } from "../parts/throwaway-cluster";
import { Shop } from "./shop";

const quick = process.argv.includes("--quick");
const PACE = { connections: [1, 8, 32], rounds: quick ? 1 : 3, seconds: quick ? 2 : 5, warmUpSales: quick ? 500 : 4_000 };
/** More than either side manages. */
const CHAMPIONS = 1_500 * PACE.seconds * (PACE.rounds * PACE.connections.length + 1) + PACE.warmUpSales;

await benchRun("track", measure);

async function measure(run: BenchRun) {
  const { cluster, folder, say, atEnd } = run;
  say("making a database, a program and champions");
  const urls = await cluster.database("vouch");
  const environment = productionEnvironment(urls, await freePort(), folder);
  Object.assign(process.env, environment, { LOG_LEVEL: "warn" });
  // Its modules read the environment when they load.
  const { makeWorld } = await import("./world");
  const world = await makeWorld(urls.migrate, CHAMPIONS);
  const plainUrls = await cluster.copyOf("vouch", "plain");
  const pool = new pg.Pool({ connectionString: urls.migrate, max: 1 });
  atEnd(() => pool.end());
  const profiling = process.argv.includes("--profile") ? ["--cpu-prof"] : [];
  const web = await startServer([...profiling, join("build", "server", "web.js")], environment, join(folder, "web.log"));
  atEnd(() => web.stop());
  const port = Number(environment.PORT);

  const shop = new Shop(world);
  const first = shop.newSale();
  const answer = await send(new Agent(), port, first.call);
  if (answer.status !== 200 || !answer.text.includes('"attributed":true')) throw new Error(`the first sale was refused: ${answer.text}`);
  const sample = await withClient(cluster.adminUrl("vouch"), (client) => sampleOf(client, `api:${first.sale.invoiceId}`));
  const reference = await startReference(plainUrls, sample, first.sale, folder);
  atEnd(() => reference.stop());

  const shopOfReference = new Shop(world);
  shopOfReference.newSale();
  const results = await besideReference(run, {
    vouch: { port, database: "vouch", next: () => shop.newSale().call },
    reference: { port: Number(reference.said), database: "plain", next: () => shopOfReference.newSale().call },
  }, PACE);
  const told = shop.numbers.length;
  const stored = await countSettled(pool, shop.numbers.map((number) => `api:${number}`));
  say("other sales");
  const others = {
    repeatOfABoundCustomer: summary([await accepted("vouch", { port, next: () => shop.repeatSale() }, 8, PACE.seconds)]),
    nobodyBroughtThem: summary([await accepted("vouch", { port, next: () => shop.unattributedSale() }, 8, PACE.seconds)]),
  };
  return {
    rowsPerSale: { ...Object.fromEntries(sample.tables.map(({ name, rows }) => [name, rows.length])), jobs: sample.jobs.length },
    results,
    others,
    acknowledgedMinusStored: told - stored,
  };
}
