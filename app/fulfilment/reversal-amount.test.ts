import { describe, expect, it } from "vitest";
import { reversalAmount } from "./reversal-amount";

const given = { settledMinor: 1_000n, leftMinor: 1_000n, returnedMinor: 0n, dueMinor: 0n, receivableMinor: 1_000n, onlyWhole: false };

describe("reversalAmount", () => {
  it.each([
    ["all of it after a full refund", given, 1_000n],
    ["a part after a partial one", { ...given, dueMinor: 700n, receivableMinor: 300n }, 300n],
    ["nothing while all of it is due", { ...given, dueMinor: 1_000n, receivableMinor: 0n }, 0n],
    ["no more than left the house", { ...given, leftMinor: 600n }, 600n],
    ["no more than is still owed back", { ...given, receivableMinor: 400n }, 400n],
    ["nothing once later rewards settled it", { ...given, receivableMinor: 0n }, 0n],
    ["nothing when the company owes", { ...given, receivableMinor: -500n }, 0n],
    ["what a second refund adds to the first", { ...given, leftMinor: 700n, returnedMinor: 300n, receivableMinor: 700n }, 700n],
    ["a code only as a whole", { ...given, dueMinor: 700n, receivableMinor: 300n, onlyWhole: true }, 0n],
    ["a whole code", { ...given, onlyWhole: true }, 1_000n],
    ["no code that carried an older credit along", { ...given, leftMinor: 1_200n, onlyWhole: true }, 0n],
  ])("takes back %s", (_, facts, amount) => {
    expect(reversalAmount(facts)).toBe(amount);
  });
});
