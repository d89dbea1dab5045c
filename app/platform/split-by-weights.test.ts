import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { splitByWeights } from "./split-by-weights";

describe("an amount divided by weights", () => {
  it.each<[string, bigint, bigint[], bigint[]]>([
    ["evenly", 900n, [1n, 1n, 1n], [300n, 300n, 300n]],
    ["the cent that is left to the earlier of equal parts", 1000n, [1n, 1n, 1n], [334n, 333n, 333n]],
    ["the cent that is left to who lost most", 100n, [1n, 2n, 4n], [14n, 29n, 57n]],
    ["nothing to a weight of 0", 100n, [0n, 1n, 0n], [0n, 100n, 0n]],
    ["less than a cent each", 2n, [1n, 1n, 1n], [1n, 1n, 0n]],
    ["nothing", 0n, [1n, 3n], [0n, 0n]],
    ["among nobody", 100n, [], []],
    ["more than a float can hold", 10n ** 20n + 1n, [1n, 1n], [5n * 10n ** 19n + 1n, 5n * 10n ** 19n]],
  ])("%s", (_title, amountMinor, weights, parts) => {
    expect(splitByWeights(amountMinor, weights)).toEqual(parts);
  });

  it("adds up, and no part is a whole unit away from its exact share", () => {
    const weights = fc.array(fc.bigInt({ min: 0n, max: 1_000n }), { minLength: 1, maxLength: 12 }).filter((all) => all.some((one) => one > 0n));
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 18n }), weights, (amountMinor, all) => {
        const parts = splitByWeights(amountMinor, all);
        const total = all.reduce((sum, one) => sum + one, 0n);
        expect(parts.reduce((sum, part) => sum + part, 0n)).toBe(amountMinor);
        parts.forEach((part, i) => {
          const away = part * total - amountMinor * all[i]!;
          expect(away < total && -away < total).toBe(true);
        });
      }),
      { numRuns: 500 },
    );
  });

  it.each([[-1n, [1n]], [1n, [0n, 0n]], [1n, [2n, -1n]]])("refuses %s by %s", (amountMinor, weights) => {
    expect(() => splitByWeights(amountMinor, weights)).toThrow(RangeError);
  });
});
