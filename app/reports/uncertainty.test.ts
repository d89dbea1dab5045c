import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countInterval, shareInterval, sumInterval } from "./uncertainty";

describe("intervals", () => {
  it("agree with published values", () => {
    // Wilson (1927) for 10 of 100; exact Poisson limits for 5 and 0 events (Ulm 1990).
    expect(shareInterval(10, 100)?.low).toBeCloseTo(0.0552, 4);
    expect(shareInterval(10, 100)?.high).toBeCloseTo(0.1744, 4);
    expect(countInterval(5).low).toBeCloseTo(1.62, 1);
    expect(countInterval(5).high).toBeCloseTo(11.67, 1);
    expect(countInterval(0)).toEqual({ low: 0, high: expect.closeTo(3.69, 1) as number });
  });

  it("say nothing about nothing", () => {
    expect(shareInterval(0, 0)).toBeNull();
    expect(sumInterval([])).toEqual({ low: 0, high: 0 });
  });

  it("hold the value they are about, and narrow with more data", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5_000 }), fc.integer({ min: 0, max: 5_000 }), (trials, wins) => {
        const successes = Math.min(wins, trials);
        const few = shareInterval(successes, trials);
        const many = shareInterval(successes * 10, trials * 10);
        if (!few || !many) return false;
        const share = successes / trials;
        const holds = few.low - 1e-9 <= share && share <= few.high + 1e-9;
        return holds && many.high - many.low < few.high - few.low;
      }),
    );
    fc.assert(fc.property(fc.nat(10_000), (count) => countInterval(count).low <= count && count <= countInterval(count).high));
  });
});
