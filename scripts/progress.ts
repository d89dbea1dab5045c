/** A sentence for the person at the terminal; printed without a stack. */
export class StartError extends Error {
  override name = "StartError";
}

/** Says what is being done and how long it took, one line a step. */
export async function step<T>(what: string, work: () => Promise<T> | T): Promise<T> {
  const started = performance.now();
  const result = await work();
  console.log(`  ${what.padEnd(44, " ")} ${((performance.now() - started) / 1000).toFixed(1).padStart(5)} s`);
  return result;
}

/** Runs a command's main function; a StartError or EnvironmentError becomes one line and exit code 1. */
export function runMain(main: () => Promise<void>): void {
  main().catch((error: unknown) => {
    const known = error instanceof Error && ["StartError", "EnvironmentError"].includes(error.name);
    console.error(known ? `\n${(error as Error).message}` : error);
    process.exit(1);
  });
}
