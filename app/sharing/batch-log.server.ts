import { log } from "~/platform/log.server";

const LINE_EVERY_MS = 1_000;

/** Tells the log of written clicks in one line a second at most; what comes between is told with the next. */
export class BatchLog {
  #toldAt = -Infinity;
  #clicks = 0;
  #batches = 0;
  #slowestMs = 0;

  add(clicks: number, ms: number): void {
    this.#clicks += clicks;
    this.#batches += 1;
    this.#slowestMs = Math.max(this.#slowestMs, Math.round(ms));
    const now = performance.now();
    if (now - this.#toldAt < LINE_EVERY_MS) return;
    log.info({ clicks: this.#clicks, batches: this.#batches, slowestMs: this.#slowestMs }, "clicks written");
    [this.#toldAt, this.#clicks, this.#batches, this.#slowestMs] = [now, 0, 0, 0];
  }
}
