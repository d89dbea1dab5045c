import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildIfNeeded } from "../../scripts/build";
import { projectRoot } from "../../scripts/project-root";
import { throwawayCluster, type Cluster } from "./throwaway-cluster";

/** What a measurement is given. */
export interface BenchRun {
  cluster: Cluster;
  /** For the files of this run. */
  folder: string;
  /** Tells whoever waits how far it is. */
  say(text: string): void;
  /** Is done when the measurement is over, the latest first. */
  atEnd(close: () => Promise<void>): void;
}

/** Builds what is measured, makes a place for it, prints as JSON what was found, and leaves nothing behind. */
export async function benchRun(name: string, measure: (run: BenchRun) => Promise<unknown>): Promise<void> {
  process.chdir(projectRoot);
  const folder = mkdtempSync(join(tmpdir(), `vouch-bench-${name}-`));
  const say = (text: string) => void process.stderr.write(`${text}\n`);
  say("building");
  buildIfNeeded();
  const cluster = await throwawayCluster();
  const closers = [() => cluster.close(), async () => rmSync(folder, { recursive: true, force: true })];
  try {
    console.log(JSON.stringify(await measure({ cluster, folder, say, atEnd: (close) => closers.push(close) }), null, 2));
  } finally {
    for (const close of closers.reverse()) await close().catch((error: unknown) => say(String(error)));
  }
}
