/*
 * npm run bench:settle [-- --quick] [-- --profile]
 *
 * Payments that were read at Stripe, settled as the worker does, beside a plain reference that inserts the same rows; in
 * one run, alternating. What is measured and how to read it: README.md beside this file.
 */
import { Agent } from "node:http";
import { join } from "node:path";
import pg from "pg";
import { withClient } from "../../scripts/database-cluster";
import { benchRun, type BenchRun } from "../parts/bench-run";
import { besideReference, startReference } from "../parts/beside-reference";
import { bundle } from "../parts/bundle";
import { countSettled } from "../parts/count-settled";
import { send } from "../parts/load";
import { productionEnvironment } from "../parts/production-environment";
import { sampleOf } from "../parts/sample";
import { startServer } from "../parts/server-process";
import { freePort } from "../parts/throwaway-cluster";
import { Payments } from "./payments";

const quick = process.argv.includes("--quick");
/** As many at once as the worker takes, and twice that. */
const PACE = { connections: [1, 4, 8], rounds: quick ? 1 : 3, seconds: quick ? 2 : 5, warmUpSales: quick ? 500 : 4_000 };
/** More than either side manages. */
const CHAMPIONS = 1_500 * PACE.seconds * (PACE.rounds * PACE.connections.length + 1) + PACE.warmUpSales;

await benchRun("settle", measure);

async function measure(run: BenchRun) {
  const { cluster, folder, say, atEnd } = run;
  say("making a database, a program, champions and what their friends paid");
  const urls = await cluster.database("vouch");
  const environment = productionEnvironment(urls, await freePort(), folder);
  Object.assign(process.env, environment, { LOG_LEVEL: "warn" });
  // Its modules read the environment when they load.
  const { insertEvents, makeWorld } = await import("./world");
  const world = await makeWorld(urls.migrate, CHAMPIONS);
  const plainUrls = await cluster.copyOf("vouch", "plain");
  await withClient(urls.migrate, (client) => insertEvents(client, world));
  const profiling = process.argv.includes("--profile") ? ["--cpu-prof"] : [];
  const pool = new pg.Pool({ connectionString: urls.migrate, max: 1 });
  atEnd(() => pool.end());
  const built = await bundle(join("bench", "settle", "server.ts"), "settle");
  const settler = await startServer([...profiling, built], { ...process.env }, join(folder, "settler.log"));
  atEnd(() => settler.stop());
  const port = Number(settler.said);

  const payments = new Payments(world);
  const { status, text } = await send(new Agent(), port, payments.next());
  const [sampled] = payments.told;
  if (status !== 200 || !sampled) throw new Error(`the first payment was refused: ${text}`);
  const sample = await withClient(cluster.adminUrl("vouch"), (client) => sampleOf(client, sampled.paymentId));
  const reference = await startReference(plainUrls, sample, sampled, folder);
  atEnd(() => reference.stop());

  const paymentsOfReference = new Payments(world.slice(payments.told.length));
  const results = await besideReference(run, {
    vouch: { port, database: "vouch", next: () => payments.next() },
    reference: { port: Number(reference.said), database: "plain", next: () => paymentsOfReference.next() },
  }, PACE);
  return {
    rowsPerPayment: { ...Object.fromEntries(sample.tables.map(({ name, rows }) => [name, rows.length])), jobs: sample.jobs.length },
    results,
    acknowledgedMinusStored: payments.told.length - (await countSettled(pool, payments.told.map(({ paymentId }) => paymentId))),
  };
}
