import type { Clock } from "~/platform/clock.server";

const UNITS = { days: 86_400_000, hours: 3_600_000, minutes: 60_000, seconds: 1_000 };

/** A clock that stands still until a test moves it. */
export class TestClock implements Clock {
  #now: Date;

  constructor(start: Date | string = "2026-11-02T09:00:00Z") {
    this.#now = new Date(start);
  }

  now(): Date {
    return new Date(this.#now);
  }

  set(at: Date | string): void {
    this.#now = new Date(at);
  }

  advance(by: Partial<Record<keyof typeof UNITS, number>>): void {
    const ms = Object.entries(by).reduce((sum, [unit, n]) => sum + n * UNITS[unit as keyof typeof UNITS], 0);
    this.#now = new Date(this.#now.getTime() + ms);
  }
}
