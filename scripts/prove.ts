import { parseArgs } from "node:util";
import { generateClient } from "./build";
import { runMain, StartError } from "./progress";
import { runTool } from "./run-tool";

const USAGE = `Usage: npm run prove [-- --long] [-- --seed 1234 --path 0:1:2]

Rewards in random histories, in memory and on PostgreSQL, each against a model of what the facts come to. --long: 100,000 and
2,000 of them instead of the test run's 10,000 and 300; and hand-overs whose calls break, 20 of each instead of 5. --seed, --path: one failure again, as it was printed.`;

/** What a proof tries, by the files it stands in. */
const PROOFS = ["app/rewards/histories.test.ts", "app/journeys/histories.db.test.ts", "app/journeys/provider-faults.db.test.ts"];

runMain(async () => {
  const prove = readArguments();
  generateClient();
  const { ok } = await runTool("vitest", ["run", ...PROOFS], { VOUCH_PROVE: JSON.stringify(prove) }, true);
  if (!ok) process.exitCode = 1;
});

function readArguments(): { long: boolean; seed?: number; path?: string } {
  try {
    const { long, seed, path } = parseArgs({ options: { long: { type: "boolean", default: false }, seed: { type: "string" }, path: { type: "string" } } }).values;
    if (seed === undefined) return { long };
    if (/^-?\d+$/.test(seed)) return { long, seed: Number(seed), ...(path !== undefined && { path }) };
  } catch {
    // An option nobody knows: the usage says which there are.
  }
  throw new StartError(USAGE);
}
