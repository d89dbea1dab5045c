import { describe, expect, it } from "vitest";
import { median, percentile, rounded } from "./figures";

describe("figures", () => {
  it("the median is the middle one, or the mean of the two", () => {
    expect([median([3, 1, 2]), median([4, 1, 2, 3]), median([])]).toEqual([2, 2.5, NaN]);
  });

  it("a percentile is a figure that was measured", () => {
    const hundred = Array.from({ length: 100 }, (_, i) => 100 - i);
    expect([percentile(hundred, 0.99), percentile(hundred, 0.5), percentile([7], 0.99), percentile([], 0.5)]).toEqual([99, 50, 7, NaN]);
  });

  it("rounds for reading", () => {
    expect([rounded(1.2345), rounded(1.25, 1)]).toEqual([1.23, 1.3]);
  });
});
