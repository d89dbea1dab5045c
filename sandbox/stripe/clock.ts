const DAY_MS = 86_400_000;

/** The sandbox's own time: real time plus an offset that can be moved either way. For `created`, renewals, expiry. */
export class SandboxClock {
  offsetMs = 0;
  #pinned: number | null = null;

  now(): Date {
    return new Date(this.#pinned ?? Date.now() + this.offsetMs);
  }

  /** Unix seconds, the unit of every time in Stripe's objects. */
  seconds(): number {
    return Math.floor(this.now().getTime() / 1000);
  }

  /** Runs `work` as if the time were `instant`: a renewal that fell due yesterday is dated yesterday. */
  at<T>(instant: Date, work: () => T): T {
    const before = this.#pinned;
    this.#pinned = instant.getTime();
    try {
      return work();
    } finally {
      this.#pinned = before;
    }
  }
}

/** The end of a billing period that starts at `start` (Unix seconds); a month from 31 January ends on its last day. */
export function addInterval(start: number, interval: string, count: number, anchor: number = start): number {
  const date = new Date(start * 1000);
  if (interval === "day") return start + count * (DAY_MS / 1000);
  if (interval === "week") return start + count * 7 * (DAY_MS / 1000);
  const months = interval === "year" ? 12 * count : count;
  const anchorDay = new Date(anchor * 1000).getUTCDate();
  const first = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1);
  const lastDay = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months + 1, 0)).getUTCDate();
  const timeOfDay = (start * 1000) % DAY_MS;
  return Math.floor((first + (Math.min(anchorDay, lastDay) - 1) * DAY_MS + timeOfDay) / 1000);
}
