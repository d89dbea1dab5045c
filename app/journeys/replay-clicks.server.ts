import { setTimeout as wait } from "node:timers/promises";
import { log } from "~/platform/log.server";
import { recordClick } from "~/sharing/record-click.server";
import { processSpill } from "./record-visit.server";

const EVERY_MS = 1_000;

/**
 * Writes the clicks that were kept while the database was away, those of an earlier process included, as soon as it is
 * back (G12). @returns a function that stops it
 */
export function replayKeptClicks(): () => void {
  const stopping = new AbortController();
  void (async () => {
    while (!stopping.signal.aborted) {
      try {
        const replayed = await processSpill().replay((click) => recordClick(click));
        if (replayed > 0) log.info({ replayed }, "kept clicks written");
      } catch (error) {
        log.warn({ err: String(error) }, "kept clicks still wait");
      }
      await wait(EVERY_MS, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  })();
  return () => stopping.abort();
}
