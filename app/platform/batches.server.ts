import { setTimeout as wait } from "node:timers/promises";

/**
 * Writes many things in few transactions: what comes while a batch is being written goes together in the next.
 * @param gatherMs how long the first of a batch waits for others
 */
export class Batches<Item> {
  #waiting: Item[] = [];
  #writing: Promise<void> | null = null;

  constructor(
    private readonly write: (items: Item[]) => Promise<unknown>,
    private readonly failed: (error: unknown, items: Item[]) => void,
    private readonly gatherMs = 0,
    private readonly atMost = 200,
  ) {}

  add(item: Item): void {
    this.#waiting.push(item);
    this.#writing ??= this.#writeAll();
  }

  /** Until nothing waits any more: each item was written or told to `failed`. */
  async settled(): Promise<void> {
    while (this.#writing) await this.#writing;
  }

  async #writeAll(): Promise<void> {
    while (this.#waiting.length > 0) {
      await wait(this.gatherMs);
      const batch = this.#waiting.splice(0, this.atMost);
      await this.write(batch).catch((error: unknown) => this.failed(error, batch));
    }
    this.#writing = null;
  }
}
