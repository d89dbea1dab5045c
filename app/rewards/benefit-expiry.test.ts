import { describe, expect, it } from "vitest";
import { expiryStep, keptUntil } from "./benefit-expiry";

const at = (text: string) => new Date(`${text}T10:00:00Z`);
const until = keptUntil(at("2026-01-31"), 12);

describe("a reward with nothing to come off", () => {
  it.each([
    ["is kept in peace until 30 days before", null, "2026-12-31", null],
    ["is told about 30 days before", null, "2027-01-01", "warn"],
    ["is told about before anything else, however late", null, "2027-03-01", "warn"],
    ["waits for its day once that was told", "2027-01-02", "2027-01-30", null],
    ["lapses on its day", "2027-01-01", "2027-01-31", "expire"],
    ["never lapses sooner than 30 days after it was told", "2027-01-20", "2027-02-10", null],
    ["lapses 30 days after it was told late", "2027-01-20", "2027-02-19", "expire"],
  ])("%s", (_what, warned, now, step) => {
    expect(expiryStep({ until, warnedAt: warned === null ? null : at(warned) }, at(now))).toBe(step);
  });

  it("is kept for good where a program says so", () => {
    expect(expiryStep({ until: keptUntil(at("2020-01-01"), null), warnedAt: null }, at("2026-01-01"))).toBeNull();
  });
});
