import { describe, expect, it } from "vitest";
import { mayTakeEffect, standingOfChange } from "./email-change";

const at = (iso: string) => new Date(iso);
const asked = { confirmedAt: null, appliedAt: null, cancelledAt: null, effectiveAt: at("2026-11-05T09:00:00Z") };
const confirmed = { ...asked, confirmedAt: at("2026-11-02T10:00:00Z") };
const before = at("2026-11-05T08:59:59Z");
const then = at("2026-11-05T09:00:00Z");

describe("a change of address (R14)", () => {
  it.each([
    ["asked", asked, before, "unconfirmed", false],
    ["not confirmed in time", asked, then, "expired", false],
    ["confirmed, a second too early", confirmed, before, "confirmed", false],
    ["confirmed, after 72 hours", confirmed, then, "confirmed", true],
    ["stopped before it was confirmed", { ...asked, cancelledAt: before }, then, "cancelled", false],
    ["stopped after it was confirmed", { ...confirmed, cancelledAt: before }, then, "cancelled", false],
    ["done", { ...confirmed, appliedAt: then }, then, "applied", false],
  ] as const)("%s", (_title, change, now, standing, may) => {
    expect(standingOfChange(change, now)).toBe(standing);
    expect(mayTakeEffect(change, now)).toBe(may);
  });
});
