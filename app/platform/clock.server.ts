import type { Pool } from "pg";

/** The one source of domain time. Signatures of providers keep real time. */
export interface Clock {
  now(): Date;
}

/**
 * A clock that reads PostgreSQL's `app_now()` and runs on from there. In demo and test mode the database holds an
 * offset that can be moved; `refresh` follows it (at start, on NOTIFY and before each job).
 */
export class DatabaseClock implements Clock {
  #offsetMs = 0;

  constructor(private readonly pool: Pool) {}

  now(): Date {
    return new Date(Date.now() + this.#offsetMs);
  }

  /** Measures the distance between this machine's clock and `app_now()`, in milliseconds. */
  async refresh(): Promise<number> {
    const before = Date.now();
    const { rows } = await this.pool.query<{ now: Date }>("select app_now() as now");
    const after = Date.now();
    const read = rows[0]?.now.getTime() ?? before;
    const measured = read - (before + after) / 2;
    // Below the length of the question itself the difference is noise, not an offset.
    this.#offsetMs = Math.abs(measured) <= after - before + 1 ? 0 : measured;
    return this.#offsetMs;
  }
}
