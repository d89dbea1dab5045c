import { describe, expect, it } from "vitest";
import { monthsAfter } from "./months-after";

describe("monthsAfter", () => {
  it.each([
    ["2026-11-24T17:00:00Z", 3, "2027-02-24T17:00:00Z"],
    ["2026-11-30T09:30:00Z", 3, "2027-02-28T09:30:00Z"],
    ["2027-11-30T09:30:00Z", 3, "2028-02-29T09:30:00Z"],
    ["2026-01-31T00:00:00Z", 1, "2026-02-28T00:00:00Z"],
    ["2026-05-31T00:00:00Z", 6, "2026-11-30T00:00:00Z"],
    ["2028-02-29T00:00:00Z", 12, "2029-02-28T00:00:00Z"],
    ["2026-12-31T23:59:59Z", 0, "2026-12-31T23:59:59Z"],
  ])("%s and %d months is %s", (from, months, to) => {
    expect(monthsAfter(new Date(from), months)).toEqual(new Date(to));
  });
});
