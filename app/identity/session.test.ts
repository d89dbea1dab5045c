import { describe, expect, it } from "vitest";
import { sessionLives, stepUpIsFresh, type Area } from "./session";

const start = new Date("2026-11-02T09:00:00Z");
const after = (ms: number) => new Date(start.getTime() + ms);
const MINUTE = 60_000;
const DAY = 86_400_000;

const session = (area: Area, totalMs: number) => ({
  area,
  lastSeenAt: start,
  expiresAt: after(totalMs),
  revokedAt: null as Date | null,
});

describe("how long a session lives", () => {
  it.each([
    ["desk, a second before it idles out", session("desk", 480 * MINUTE), 15 * MINUTE - 1000, true],
    ["desk, idle for 15 minutes", session("desk", 480 * MINUTE), 15 * MINUTE, false],
    ["desk, at the end of its eight hours", session("desk", 5 * MINUTE), 5 * MINUTE, false],
    ["desk, a second before the end", session("desk", 5 * MINUTE), 5 * MINUTE - 1000, true],
    ["portal, a second before it idles out", session("portal", 30 * DAY), 14 * DAY - 1000, true],
    ["portal, idle for 14 days", session("portal", 30 * DAY), 14 * DAY, false],
    ["portal, at the end of its thirty days", session("portal", 2 * DAY), 2 * DAY, false],
    ["revoked a moment ago", { ...session("portal", 30 * DAY), revokedAt: start }, 0, false],
  ])("%s", (_title, state, ms, lives) => {
    expect(sessionLives(state, after(ms))).toBe(lives);
  });
});

describe("how fresh a proof must be", () => {
  it.each([
    [0, true],
    [10 * MINUTE, true],
    [10 * MINUTE + 1, false],
  ])("after %d ms", (ms, fresh) => {
    expect(stepUpIsFresh(start, after(ms))).toBe(fresh);
  });

  it("needs one", () => {
    expect(stepUpIsFresh(null, start)).toBe(false);
  });
});
