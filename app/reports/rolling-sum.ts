/** An amount that counts from a moment on; minor units. */
export interface Granted {
  at: number;
  dueMinor: bigint;
}

/** What was granted within so many milliseconds before a moment; moments come in order. */
export class RollingSum {
  #sum = 0n;
  #granted: Granted[] = [];
  #oldest = 0;

  constructor(private readonly spanMs: number) {}

  /** Minor units. */
  at(now: number): bigint {
    for (let one = this.#granted[this.#oldest]; one && one.at <= now - this.spanMs; one = this.#granted[this.#oldest]) {
      this.#sum -= one.dueMinor;
      this.#oldest++;
    }
    return this.#sum;
  }

  add(granted: Granted): void {
    this.#granted.push(granted);
    this.#sum += granted.dueMinor;
  }

  /** Something of it was taken back, or given back. Say so before the amount itself changes. */
  change(granted: Granted, dueMinor: bigint): void {
    const first = this.#granted[this.#oldest];
    if (first && granted.at >= first.at) this.#sum += dueMinor - granted.dueMinor;
  }
}
