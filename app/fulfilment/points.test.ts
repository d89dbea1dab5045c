import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pointsBack, pointsFor } from "./points";

describe("pointsFor", () => {
  it.each([
    [1_000n, "EUR", 100, 1_000],
    [1_000n, "JPY", 2, 2_000],
    [1n, "EUR", 10, 1],
    [0n, "EUR", 100, 0],
    [1_250n, "EUR", 3, 38],
  ])("%s %s at %s a unit are %s points", (amountMinor, currency, perUnit, points) => {
    expect(pointsFor({ amountMinor, currency, perUnit })).toBe(points);
  });
});

describe("pointsBack", () => {
  const given = { amountMinor: 1_000n, points: 500, returnedMinor: 0n, wantedMinor: 1_000n, unspent: 500 };
  it.each([
    ["all of it while nothing is spent", given, { amountMinor: 1_000n, points: 500 }],
    ["a part in proportion", { ...given, wantedMinor: 300n }, { amountMinor: 300n, points: 150 }],
    ["the rest after a part", { ...given, returnedMinor: 300n, wantedMinor: 700n, unspent: 350 }, { amountMinor: 700n, points: 350 }],
    ["what is not spent", { ...given, unspent: 100 }, { amountMinor: 200n, points: 100 }],
    ["nothing when all is spent", { ...given, unspent: 0 }, null],
  ])("takes back %s", (_, facts, back) => {
    expect(pointsBack(facts)).toEqual(back);
  });

  it("takes back in parts exactly what it would take back at once", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5_000 }), fc.integer({ min: 1, max: 5_000 }), fc.integer({ min: 1, max: 5_000 }), (points, amount, first) => {
        const all = { amountMinor: BigInt(amount), points, returnedMinor: 0n, wantedMinor: BigInt(Math.min(first, amount)), unspent: points };
        const one = pointsBack(all)!;
        const rest = BigInt(amount) - one.amountMinor;
        const two = rest > 0n ? pointsBack({ ...all, returnedMinor: one.amountMinor, wantedMinor: rest, unspent: points - one.points })!.points : 0;
        expect(one.points + two).toBe(points);
      }),
    );
  });
});
