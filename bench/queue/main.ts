/*
 * npm run bench:queue [-- --quick]
 *
 * The desk's queue with 100,000 rewards that wait: how long the production web process takes for its pages, and how long
 * 1,000 of them take to be approved in one go. What is measured and how to read it: README.md beside this file.
 */
import { Agent } from "node:http";
import { join } from "node:path";
import pg from "pg";
import { benchRun, type BenchRun } from "../parts/bench-run";
import { median, percentile, rounded } from "../parts/figures";
import { send } from "../parts/load";
import { productionEnvironment } from "../parts/production-environment";
import { startServer } from "../parts/server-process";
import { freePort } from "../parts/throwaway-cluster";

const quick = process.argv.includes("--quick");
const LOOKS = quick ? 5 : 40;
const BATCHES = quick ? 1 : 5;
/** Asked for before anything is measured: a process that has run for a while. */
const WARM_UP = 60;

await benchRun("queue", measure);

async function measure({ cluster, folder, say, atEnd }: BenchRun) {
  say("making a database with 100,000 rewards that wait");
  const urls = await cluster.database("vouch");
  const environment = productionEnvironment(urls, await freePort(), folder);
  Object.assign(process.env, environment, { LOG_LEVEL: "warn" });
  const { makeWorld, nameOf } = await import("./world");
  const world = await makeWorld(urls.migrate);
  atEnd(() => world.close());
  const pool = new pg.Pool({ connectionString: urls.migrate, max: 1 });
  atEnd(() => pool.end());
  const web = await startServer([join("build", "server", "web.js")], environment, join(folder, "web.log"));
  atEnd(() => web.stop());

  const headers = { cookie: world.cookie, accept: "text/html", "accept-language": "en", "X-Forwarded-Proto": "https", "X-Forwarded-For": "203.0.113.7" };
  const agent = new Agent({ keepAlive: true });
  atEnd(async () => agent.destroy());
  const port = Number(environment.PORT);
  const look = async (path: string, expected: string) => {
    const began = performance.now();
    const { status, text } = await send(agent, port, { path, headers });
    const took = performance.now() - began;
    if (status !== 200 || !text.includes(expected)) throw new Error(`${path} was answered with ${status}, without "${expected}"`);
    return took;
  };
  const pages: Record<string, [path: string, expected: string]> = {
    open: ["/desk/queue", "100,000"],
    secondPage: ["/desk/queue?view=waiting&page=2", "100,000"],
    middle: ["/desk/queue?view=waiting&page=1000", "100,000"],
    last: ["/desk/queue?view=waiting&page=2000", "100,000"],
    ofOneName: [`/desk/queue?view=waiting&q=${encodeURIComponent(nameOf(7))}`, "1,000"],
    ofOneNameInTheMiddle: [`/desk/queue?view=waiting&q=${encodeURIComponent(nameOf(7))}&page=10`, "1,000"],
    ofOneProgram: ["/desk/queue?view=waiting&program=friends", "100,000"],
    forOneReason: ["/desk/queue?view=waiting&reason=in_review", "Kim"],
    anEmptyDrawer: ["/desk/queue?view=refused", "100,000"],
  };
  const shown: Record<string, { p50Ms: number; p95Ms: number }> = {};
  for (const [name, [path, expected]] of Object.entries(pages)) {
    say(name);
    for (let time = 0; time < WARM_UP; time++) await look(path, expected);
    const times: number[] = [];
    for (let time = 0; time < LOOKS; time++) times.push(await look(path, expected));
    shown[name] = { p50Ms: rounded(median(times), 1), p95Ms: rounded(percentile(times, 0.95), 1) };
  }

  const seconds: number[] = [];
  for (let n = 0; n < BATCHES; n++) {
    say(`approving the ${n + 1}. thousand`);
    seconds.push(await world.approveAllOf(nameOf(10 + n)));
  }
  const { rows } = await pool.query<{ n: number }>("select count(*)::int as n from reward where status = 'approved'");
  return { shown, approvingAThousand: { seconds: seconds.map((s) => rounded(s)), median: rounded(median(seconds)), approved: rows[0]?.n } };
}
