import { inject } from "vitest";

declare module "vitest" {
  export interface ProvidedContext {
    /** Whether the long proof was asked for (`npm run prove -- --long`), and what replays one failure. */
    prove: { long: boolean; seed?: number; path?: string };
  }
}

/** How often fast-check tries a property: in the test run, and in the long proof. A failure prints the seed and path that replay it. */
export function provedRuns(runs: { short: number; long: number }) {
  const { long, seed, path } = inject("prove");
  return { numRuns: long ? runs.long : runs.short, ...(seed !== undefined && { seed }), ...(path !== undefined && { path }) };
}
