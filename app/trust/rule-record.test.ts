import { expect, it } from "vitest";
import { onlyAnnoys, precisionOf } from "./rule-record";

it.each([
  [0, 0, null, false], [0, 19, 0, false], [0, 20, 0, true], [1, 19, 0.05, false], [1, 20, 1 / 21, true], [20, 0, 1, false],
])("%i right and %i wrong: precision %d, only annoys %s (R37)", (right, wrong, precision, annoys) => {
  expect(precisionOf({ right, wrong })).toBe(precision);
  expect(onlyAnnoys({ right, wrong })).toBe(annoys);
});
