import { parseArgs } from "node:util";
import { useProcessDatabase } from "./process-database";
import { runMain, StartError } from "./progress";

const USAGE = `Usage: npm run audit [-- --head 1234:9f86d0…]

Recomputes the whole book and everything it rests on. Prints the first wrong row of each kind and ends with 1 when there is
one. --head: a head of the chain as an earlier run printed it; it must still stand there.`;

/** The whole audit from the command line. */
runMain(async () => {
  const noted = readArguments();
  await useProcessDatabase(async () => {
    const { auditBooks } = await import("../app/journeys/audit-books.server");
    const { findings, head } = await auditBooks({ noted });
    const kinds = [...new Set(findings.map(({ invariant }) => invariant))].sort((a, b) => Number(a.slice(1)) - Number(b.slice(1)));
    for (const kind of kinds) {
      const [first, ...more] = findings.filter(({ invariant }) => invariant === kind);
      if (first) console.log(`${kind}  ${first.subject}: ${first.detail}${more.length > 0 ? ` (and ${more.length} more)` : ""}`);
    }
    console.log(`Head of the chain: ${head.position}:${head.hash}`);
    console.log(findings.length > 0 ? "The books do not agree. What the numbers mean stands in docs/reliability.md." : "The books agree.");
    if (findings.length > 0) process.exitCode = 1;
  });
});

function readArguments(): { position: bigint; hash: string } | undefined {
  try {
    const { values } = parseArgs({ options: { head: { type: "string" } } });
    if (values.head === undefined) return undefined;
    const [, position, hash] = /^(\d{1,18}):([0-9a-f]{64})$/.exec(values.head) ?? [];
    if (position && hash) return { position: BigInt(position), hash };
  } catch {
    // An option nobody knows: the usage says which there are.
  }
  throw new StartError(USAGE);
}
