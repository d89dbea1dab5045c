import { describe, expect, it } from "vitest";
import { overviewOf, type OverviewFacts } from "./overview";
import { readSelection } from "./read-selection";

const selection = readSelection(new URLSearchParams("from=2026-11-02&to=2026-11-15"), new Date("2026-11-21T00:00:00Z"))!;
const anna = { championId: "chp_a", champion: "Anna", label: null, channel: "whatsapp" };
const bram = { championId: "chp_b", champion: "Bram", label: "counter", channel: null };
const first = new Date("2026-11-02T00:00:00Z");
const second = new Date("2026-11-09T00:00:00Z");
const sale = { occurredAt: new Date("2026-11-10T12:00:00Z"), currency: "EUR", revenueMinor: 5_000n, discountMinor: 1_000n, isFirst: true };

const facts: OverviewFacts = {
  selection,
  currency: "EUR",
  clicks: [
    { ...anna, week: first, count: 30 },
    { ...bram, week: second, count: 10 },
  ],
  claims: [{ ...anna, week: second, count: 8 }],
  sales: [
    { ...anna, ...sale },
    { ...anna, ...sale, isFirst: false },
    { ...bram, ...sale, currency: "USD" },
  ],
  given: [{ currency: "EUR", amountMinor: 700n }],
  owed: [{ currency: "EUR", amountMinor: 300n }],
};

describe("marketing's overview", () => {
  const overview = overviewOf(facts);

  it("adds money up in one currency and names the others", () => {
    expect(overview.funnel).toEqual({ clicks: 40, claims: 8, purchases: 3, revenue: { currency: "EUR", amountMinor: 10_000n } });
    expect(overview.otherCurrencies).toEqual([{ currency: "USD", amountMinor: 5_000n }]);
    expect([overview.discounts, overview.given, overview.owed].map(({ amountMinor }) => amountMinor)).toEqual([2_000n, 700n, 300n]);
  });

  it("counts only first purchases as conversions of a click", () => {
    expect(overview.conversion.share).toBe(2 / 40);
  });

  it("puts each row into its week, and the weeks add up", () => {
    expect(overview.byWeek.map(({ clicks, purchases, newFriends }) => [clicks, purchases, newFriends])).toEqual([
      [30, 0, 0],
      [10, 3, 2],
    ]);
  });

  it("breaks the same rows down by champion, channel and label", () => {
    for (const lines of [overview.byChampion, overview.byChannel, overview.byLabel]) {
      expect(lines.reduce((sum, line) => sum + line.clicks, 0)).toBe(40);
      expect(lines.reduce((sum, line) => sum + line.purchases, 0)).toBe(3);
    }
    expect(overview.byChampion.map(({ name, revenueMinor }) => [name, revenueMinor])).toEqual([
      ["Anna", 10_000n],
      ["Bram", 0n],
    ]);
    expect(overview.byChannel.map(({ key }) => key)).toEqual(["whatsapp", ""]);
  });

  it("says nothing about nobody", () => {
    const empty = overviewOf({ ...facts, clicks: [], claims: [], sales: [], given: [], owed: [] });
    expect(empty.conversion).toEqual({ share: null, interval: null });
    expect(empty.byWeek).toHaveLength(2);
  });
});
