import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkAccent, contrastOf, normalisedColour } from "./accent";

describe("contrast", () => {
  test.each([
    ["#000000", "#ffffff", 21],
    ["#ffffff", "#ffffff", 1],
    ["#767676", "#ffffff", 4.54],
    ["#777777", "#ffffff", 4.48],
  ])("of %s and %s is %d", (one, other, ratio) => {
    expect(contrastOf(one, other)).toBeCloseTo(ratio, 2);
    expect(contrastOf(other, one)).toBeCloseTo(ratio, 2);
  });
});

describe("an accent", () => {
  test("terracotta passes in light, and gets a lighter sister in dark", () => {
    const check = checkAccent("#b8432b");
    expect(check).toMatchObject({ passes: true, suggestion: null, light: { colour: "#b8432b" } });
    expect(check.dark.colour).toBe("#f08a6e");
    expect(checkAccent("#b8432c").dark.colour).not.toBe("#b8432c");
  });

  test("a pale yellow does not, and a darker yellow is suggested", () => {
    const { passes, suggestion } = checkAccent("#f2c94c");
    expect(passes).toBe(false);
    expect(checkAccent(suggestion!).passes).toBe(true);
    // Still more red than green and more green than blue.
    expect(suggestion).toMatch(/^#[6-9a-f].[4-9].[1-4].$/);
  });

  test("any colour ends in a pair that can be read, and a suggestion that passes", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0xffffff }), (value) => {
        const check = checkAccent(`#${value.toString(16).padStart(6, "0")}`);
        expect(check.dark.ratio).toBeGreaterThanOrEqual(4.5);
        expect(contrastOf(check.dark.colour, "#25221c")).toBeGreaterThanOrEqual(4.5);
        expect(check.passes).toBe(check.light.ratio >= 4.5);
        expect(check.suggestion === null).toBe(check.passes);
        if (check.suggestion) {
          expect(contrastOf(check.suggestion, "#f3eee4")).toBeGreaterThanOrEqual(4.5);
          expect(check.suggestion).toMatch(/^#[0-9a-f]{6}$/);
        }
      }),
    );
  });

  test("a suggestion is near: a lightness between it and the colour would still fail", () => {
    const { suggestion } = checkAccent("#2bb8a3");
    expect(contrastOf(suggestion!, "#f3eee4")).toBeLessThan(5.1);
  });
});

test.each([
  ["#B8432B", "#b8432b"],
  ["b8432b", "#b8432b"],
  [" #0f6b66 ", "#0f6b66"],
  ["#fff", null],
  ["red", null],
  ["#12345g", null],
  ["#b8432b; background: url(x)", null],
  ["", null],
])("the typed colour %s is %s", (typed, colour) => expect(normalisedColour(typed)).toBe(colour));
