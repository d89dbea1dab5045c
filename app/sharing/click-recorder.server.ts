import { log } from "~/platform/log.server";
import { OwnConnection } from "~/platform/own-connection.server";
import { takeBatch, type Click } from "./click";
import { ClickSpill } from "./click-spill.server";
import { writeClicks } from "./click-store.server";
import { FullNetworks } from "./full-networks";

/** A friend waits no longer for the database than this; what is not written by then waits in a file. */
const PATIENCE_MS = 150;
/** A busy database is not a dead one: it gets as long as it took lately, several times over, up to this. */
const PATIENCE_AT_MOST_MS = 1_000;
const TIMES_USUAL = 8;
const REPLAY_PATIENCE_MS = 10_000;
const BATCH = 500;
const REPLAY_BATCH = 200;

interface Place {
  connectionString: string;
  /** For what must wait for the database. */
  folder: string;
  patienceMs?: number;
}

interface Waiting {
  click: Click;
  done: () => void;
}

/**
 * Writes clicks durably, many at a time: those that come while some are being written go together in the next call, so
 * that a lone one waits for nothing. While the database is away they go to a file; `replay` writes them when it is back
 * and lets the others through again (docs/decisions/011-clicks-in-batches.md).
 */
export class ClickRecorder {
  readonly #live: OwnConnection;
  readonly #replaying: OwnConnection;
  readonly #spill: ClickSpill;
  readonly #patienceMs: number;
  readonly #full = new FullNetworks();
  #waiting: Waiting[] = [];
  #writing: Promise<void> | null = null;
  #away = false;
  /** How long the last batches took, the newest counting most. */
  #usualMs = 0;

  constructor({ connectionString, folder, patienceMs = PATIENCE_MS }: Place) {
    this.#patienceMs = patienceMs;
    this.#live = new OwnConnection(connectionString);
    this.#replaying = new OwnConnection(connectionString);
    this.#spill = new ClickSpill(folder);
  }

  /** Whether clicks go to a file, because the database was away when it was asked last. */
  get databaseIsAway(): boolean {
    return this.#away;
  }

  /**
   * Resolves when the click is on a disk: with its totals and under the limits of R18 and A20 in the database, or in the
   * file (G12). A click that is there already stays as it is. Never throws: when no disk takes it, statistics are lost.
   */
  record(click: Click): Promise<void> {
    if (this.#full.has(click)) return Promise.resolve();
    return new Promise((done) => {
      this.#waiting.push({ click, done });
      this.#writing ??= this.#writeAll();
    });
  }

  /** Writes what waits in files, also what other processes left there. @returns how many. @throws when it must wait on */
  async replay(): Promise<number> {
    const patience = REPLAY_PATIENCE_MS;
    // Here, so that no friend waits for a connection to be made.
    await this.#live.open(patience);
    const replayed = await this.#spill.replay(async (clicks) => {
      let left = clicks.map((click) => ({ click }));
      while (left.length > 0) {
        const taken = takeBatch(left, REPLAY_BATCH);
        await writeClicks(this.#replaying, taken.batch.map(({ click }) => click), patience);
        left = taken.left;
      }
      this.#setAway(false);
    });
    this.#setAway(false);
    return replayed;
  }

  /** Ends when all that was recorded is on a disk. */
  async close(): Promise<void> {
    await this.#writing;
    await Promise.all([this.#live.close(), this.#replaying.close(), this.#spill.close()]);
  }

  async #writeAll(): Promise<void> {
    while (this.#waiting.length > 0) {
      const { batch, left } = takeBatch(this.#waiting, BATCH);
      this.#waiting = left;
      await this.#write(batch.map(({ click }) => click));
      for (const { done } of batch) done();
      this.#waiting = this.#waiting.filter(({ click, done }) => !this.#full.has(click) || void done());
    }
    this.#writing = null;
  }

  async #write(clicks: Click[]): Promise<void> {
    if (!this.#away) {
      const started = performance.now();
      const patience = Math.max(this.#patienceMs, Math.min(TIMES_USUAL * this.#usualMs, PATIENCE_AT_MOST_MS));
      try {
        for (const full of await writeClicks(this.#live, clicks, patience)) this.#full.note(full);
        log.info({ clicks: clicks.length, ms: Math.round(performance.now() - started) }, "clicks written");
        return;
      } catch (error) {
        this.#setAway(true, error);
      } finally {
        this.#usualMs += (performance.now() - started - this.#usualMs) / TIMES_USUAL;
      }
    }
    await this.#spill.keep(clicks).catch((error: unknown) => {
      log.error({ err: error, clicks: clicks.length }, "clicks lost to the statistics");
    });
  }

  #setAway(away: boolean, error?: unknown): void {
    if (this.#away === away) return;
    this.#away = away;
    if (away) log.error({ err: error }, "clicks wait in a file until the database is back");
    else log.info("clicks go to the database again");
  }
}
