import { setTimeout as wait } from "node:timers/promises";
import { log } from "~/platform/log.server";
import type { CodeDirectory } from "./code-directory.server";
import type { KnownCodesFile } from "./known-codes-file.server";

const PAUSE_MS = 5_000;

/**
 * Lets a directory begin with what the last process knew, then writes down what it knows whenever that changed, at most
 * every few seconds (G12). @returns a function that writes once more and stops
 */
export async function keepKnownCodes(codes: CodeDirectory, file: KnownCodesFile, pauseMs = PAUSE_MS): Promise<() => Promise<void>> {
  const failed = (error: unknown) => log.warn({ err: String(error) }, "the codes known here are not in their file");
  let failing = false;
  await file.clear().catch(failed);
  await codes.recall(file.read()).catch(failed);
  let written = codes.changes;

  const stopping = new AbortController();
  const keeping = (async () => {
    while (!stopping.signal.aborted) {
      await wait(pauseMs, undefined, { signal: stopping.signal }).catch(() => undefined);
      const { changes } = codes;
      if (changes === written) continue;
      try {
        await file.write(codes.all());
        written = changes;
        failing = false;
      } catch (error) {
        if (!failing) failed(error);
        failing = true;
      }
    }
  })();
  return () => {
    stopping.abort();
    return keeping;
  };
}
