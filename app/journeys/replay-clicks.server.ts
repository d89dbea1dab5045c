import { setTimeout as wait } from "node:timers/promises";
import { log } from "~/platform/log.server";
import type { ClickRecorder } from "~/sharing/click-recorder.server";

const LOOK_MS = 1_000;
const LOOK_WHEN_AWAY_MS = 250;

/**
 * Writes the clicks that were kept while the database was away, those of an earlier process included, as soon as it is
 * back (G12). @returns a function that stops it
 */
export function replayKeptClicks(clicks: ClickRecorder): () => void {
  const stopping = new AbortController();
  void (async () => {
    while (!stopping.signal.aborted) {
      try {
        const replayed = await clicks.replay();
        if (replayed > 0) log.info({ replayed }, "kept clicks written");
      } catch (error) {
        log.debug({ err: String(error) }, "kept clicks still wait");
      }
      const pause = clicks.databaseIsAway ? LOOK_WHEN_AWAY_MS : LOOK_MS;
      await wait(pause, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  })();
  return () => stopping.abort();
}
