import { log } from "~/platform/log.server";
import { OwnConnection } from "~/platform/own-connection.server";
import { BatchLog } from "./batch-log.server";
import { takeBatch, type Click } from "./click";
import { ClickSpill } from "./click-spill.server";
import { writeClicks } from "./click-store.server";
import { FullNetworks } from "./full-networks";

/** A friend waits no longer for the database than this, nor does a call; what is not written by then waits in a file (G12). */
const PATIENCE_MS = 120;
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
  /** When this friend has waited long enough, on the clock of `performance`. */
  until: number;
  done: () => void;
}

/**
 * Writes clicks durably, many at a time: those that come while some are being written go together in the next call, so
 * that a lone one waits for nothing. While the database is away, or slower than a friend should wait, they go to a file;
 * `replay` writes them when it is back and lets the others through again (docs/decisions/011-clicks-in-batches.md).
 */
export class ClickRecorder {
  readonly #live: OwnConnection;
  readonly #replaying: OwnConnection;
  readonly #spill: ClickSpill;
  readonly #patienceMs: number;
  readonly #full = new FullNetworks();
  readonly #written = new BatchLog();
  #waiting: Waiting[] = [];
  #writing: Promise<void> | null = null;
  #away = false;

  constructor({ connectionString, folder, patienceMs = PATIENCE_MS }: Place) {
    this.#patienceMs = patienceMs;
    this.#live = new OwnConnection(connectionString);
    this.#replaying = new OwnConnection(connectionString);
    this.#spill = new ClickSpill(folder);
  }

  /** Whether clicks go to a file, because the database was away or too slow when it was asked last. */
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
      this.#waiting.push({ click, until: performance.now() + this.#patienceMs, done });
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

  /** One batch after the other. The next is on its way before those who waited for the last are told. */
  async #writeAll(): Promise<void> {
    let written: Waiting[] = [];
    for (let oldest; (oldest = this.#waiting[0]); ) {
      const { batch, left } = this.#away ? { batch: [], left: this.#waiting } : takeBatch(this.#waiting, BATCH);
      this.#waiting = left;
      const writing = this.#away ? Promise.resolve(false) : this.#write(batch.map(({ click }) => click));
      for (const { done } of written) done();
      const inDatabase = await inTime(writing, oldest.until);
      written = inDatabase ? batch : [];
      if (!inDatabase) await this.#keep(batch);
      await writing;
      this.#waiting = this.#waiting.filter(({ click, done }) => !this.#full.has(click) || void done());
    }
    for (const { done } of written) done();
    this.#writing = null;
  }

  /** @returns whether the database has them */
  async #write(clicks: Click[]): Promise<boolean> {
    const started = performance.now();
    try {
      for (const full of await writeClicks(this.#live, clicks, this.#patienceMs)) this.#full.note(full);
      this.#written.add(clicks.length, performance.now() - started);
      return true;
    } catch (error) {
      this.#setAway(true, error);
      return false;
    }
  }

  /** Sends everybody on who waits, their clicks in a file: in one flush, however many come from one network. */
  async #keep(underWay: Waiting[]): Promise<void> {
    const all = underWay.concat(this.#waiting);
    this.#waiting = [];
    await this.#spill.keep(all.map(({ click }) => click)).catch((error: unknown) => {
      log.error({ err: error, clicks: all.length }, "clicks lost to the statistics");
    });
    for (const { done } of all) done();
  }

  #setAway(away: boolean, error?: unknown): void {
    if (this.#away === away) return;
    this.#away = away;
    if (away) log.error({ err: error }, "clicks wait in a file until the database is back");
    else log.info("clicks go to the database again");
  }
}

/** What it resolves to, or false when that moment on the clock of `performance` comes first. */
async function inTime(written: Promise<boolean>, until: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), until - performance.now());
  });
  return await Promise.race([written, late]).finally(() => clearTimeout(timer));
}
