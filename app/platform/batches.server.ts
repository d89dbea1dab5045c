interface Waiting<Item> {
  item: Item;
  done: () => void;
  failed: (error: unknown) => void;
}

/**
 * Writes many things in few transactions: what comes while a batch is being written goes together in the next, so that a
 * lone one waits for nothing and a crowd shares its commits.
 */
export class Batches<Item> {
  #waiting: Waiting<Item>[] = [];
  #writing = false;

  constructor(
    private readonly write: (items: Item[]) => Promise<unknown>,
    private readonly atMost = 200,
  ) {}

  /** Resolves when the item's batch is committed. @throws what writing it threw */
  add(item: Item): Promise<void> {
    return new Promise((done, failed) => {
      this.#waiting.push({ item, done, failed });
      if (!this.#writing) void this.#writeAll();
    });
  }

  async #writeAll(): Promise<void> {
    this.#writing = true;
    while (this.#waiting.length > 0) {
      const batch = this.#waiting.splice(0, this.atMost);
      try {
        await this.write(batch.map(({ item }) => item));
        for (const { done } of batch) done();
      } catch (error) {
        for (const { failed } of batch) failed(error);
      }
    }
    this.#writing = false;
  }
}
