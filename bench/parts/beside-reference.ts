import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { withClient } from "../../scripts/database-cluster";
import type { ConnectionUrls } from "../../scripts/migrate";
import type { BenchRun } from "./bench-run";
import { median, percentile, rounded } from "./figures";
import { load, type Call, type Round } from "./load";
import type { Sample } from "./sample";
import { startServer, type ServerProcess } from "./server-process";

export type Arm = "vouch" | "reference";

/** How long and how often both are measured. */
export interface Pace {
  connections: readonly number[];
  rounds: number;
  seconds: number;
  /** So many sales and more make each side a process that has run for a while: the compiler of JavaScript needs a few thousand. */
  warmUpSales: number;
}

interface Side {
  port: number;
  /** The name of its database. */
  database: string;
  next(): Call;
}

/** The reference of these rows, on a database that is a copy of ours. */
export function startReference(urls: ConnectionUrls, sample: Sample, told: object, folder: string): Promise<ServerProcess> {
  const file = join(folder, "sample.json");
  writeFileSync(file, JSON.stringify(sample));
  const env = { ...process.env, REFERENCE_DATABASE_URL: urls.app, REFERENCE_SAMPLE: file, REFERENCE_TOLD: JSON.stringify(told) };
  return startServer(["--import", "tsx", join("bench", "parts", "rows-reference.ts")], env, join(folder, "reference.log"));
}

/** Warms both up and measures them in turns. @throws Error when either refuses a call */
export async function besideReference({ cluster, say }: BenchRun, sides: Record<Arm, Side>, { connections, rounds, seconds, warmUpSales }: Pace) {
  say("warming up");
  for (const arm of ["vouch", "reference"] as const) {
    for (let sales = 0; sales < warmUpSales; ) {
      sales += (await accepted(arm, sides[arm], 32, seconds)).times.length;
      // PostgreSQL does this by itself, within a minute of tables growing: until then it plans for empty ones.
      await withClient(cluster.adminUrl(sides[arm].database), (client) => client.query("analyze"));
    }
  }
  const results = [];
  for (const atOnce of connections) {
    const measured = { vouch: [] as Round[], reference: [] as Round[] };
    for (let round = 0; round < rounds; round++) {
      for (const arm of ["reference", "vouch"] as const) {
        const latest = await accepted(arm, sides[arm], atOnce, seconds);
        measured[arm].push(latest);
        say(`${atOnce} connections, ${arm}: ${rounded(latest.perSecond, 0)} sales/s`);
      }
    }
    results.push(compared(atOnce, measured.vouch, measured.reference));
  }
  return results;
}

/** One round. @throws Error when a call was refused */
export async function accepted(name: string, { port, next }: Pick<Side, "port" | "next">, connections: number, seconds: number): Promise<Round> {
  const round = await load(port, connections, seconds, next);
  if (round.refused.size > 0) throw new Error(`${name} refused: ${[...round.refused].join("\n")}`);
  return round;
}

export function summary(rounds: readonly Round[]) {
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
