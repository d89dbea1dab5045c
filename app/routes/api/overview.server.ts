import { z } from "zod";
import { ApiRefusal } from "~/http/api-error.server";
import { defineEndpoint } from "~/http/api-endpoint";
import { EXAMPLE } from "~/http/api-example";
import { currencyCode, idOf, minorUnits, time } from "~/http/api-shapes";
import { readOverview } from "~/reports/read-overview.server";
import { readSelection } from "~/reports/read-selection";
import { isoDay } from "~/reports/report-selection";
import { processClock } from "~/platform/deps.server";
import { translator } from "~/ui/i18n.server";

const day = z.iso.date();
const count = z.number().int();
const interval = z.strictObject({ low: z.number(), high: z.number() }).describe("Within which the true value lies in 95 of 100 such samples");
const brought = { clicks: count, claims: count, purchases: count, revenue: minorUnits };
const breakdown = z.array(z.strictObject({ key: z.string(), name: z.string().nullable(), ...brought }));

const answer = z.strictObject({
  from: day,
  to: day.describe("The last day that counts"),
  currency: currencyCode,
  clicks: count,
  claims: count,
  purchases: count,
  purchasesInterval: interval,
  revenue: minorUnits,
  revenueInterval: interval,
  conversion: z.number().nullable(),
  conversionInterval: interval.nullable(),
  given: minorUnits,
  discounts: minorUnits,
  owed: minorUnits,
  otherCurrencies: z.array(z.strictObject({ currency: currencyCode, revenue: minorUnits })).describe("Sales in other currencies, never added up"),
  byWeek: z.array(z.strictObject({ week: time, newFriends: count, ...brought })),
  byChampion: breakdown,
  byChannel: breakdown,
  byLabel: breakdown,
  definitions: z.strictObject({ conversion: z.string(), purchases: z.string(), revenue: z.string(), days: z.string() }).describe("What each figure counts, in words"),
});

const line = <Row extends { revenueMinor: bigint }>({ revenueMinor, ...row }: Row) => ({ ...row, revenue: Number(revenueMinor) });

export const getOverviewEndpoint = defineEndpoint({
  method: "GET",
  path: "/reports/overview",
  operationId: "getOverview",
  group: "Reports",
  scope: "read",
  summary: "Read what recommendation brought",
  description: "The figures of the marketing page, with their definitions. Days run from midnight UTC; without dates, the twelve weeks up to today; at most three years.",
  query: z.strictObject({
    from: day.optional(),
    to: day.optional(),
    program: idOf("prg").optional(),
    champion: idOf("chp").optional(),
    channel: z.string().max(40).optional(),
    label: z.string().max(60).optional().describe("Of a link; empty means main links"),
  }),
  answer,
  answers: { 200: "The figures" },
  examples: [
    {
      title: "One program, one week",
      query: { from: "2026-11-02", to: "2026-11-08", program: EXAMPLE.programId },
      answer: {
        from: "2026-11-02", to: "2026-11-08", currency: "eur", clicks: 120, claims: 31, purchases: 9, purchasesInterval: { low: 4.11, high: 17.09 },
        revenue: 72_000, revenueInterval: { low: 51_000, high: 93_000 }, conversion: 0.058, conversionInterval: { low: 0.028, high: 0.116 },
        given: 6_000, discounts: 9_000, owed: 9_000, otherCurrencies: [],
        byWeek: [{ week: "2026-11-02T00:00:00.000Z", clicks: 120, claims: 31, purchases: 9, newFriends: 7, revenue: 72_000 }],
        byChampion: [{ key: EXAMPLE.championId, name: "Anna", clicks: 41, claims: 12, purchases: 4, revenue: 32_000 }],
        byChannel: [{ key: "whatsapp", name: "whatsapp", clicks: 60, claims: 20, purchases: 5, revenue: 40_000 }],
        byLabel: [{ key: "", name: null, clicks: 100, claims: 28, purchases: 8, revenue: 64_000 }],
        definitions: { conversion: "First purchases of friends divided by counted clicks …", purchases: "…", revenue: "…", days: "…" },
      },
    },
  ],
  handle: async ({ query }) => {
    const search = new URLSearchParams(Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
    const selection = readSelection(search, processClock().now());
    if (!selection) throw new ApiRefusal(422, "input_refused", "These dates do not make a range of at most three years.", [{ field: "from", problem: "makes no range with `to`" }]);
    const { overview } = await readOverview(selection);
    const { funnel, conversion } = overview;
    const t = translator("en");
    return {
      body: {
        from: isoDay(selection.from),
        to: isoDay(new Date(selection.until.getTime() - 1)),
        currency: overview.currency.toLowerCase(),
        clicks: funnel.clicks,
        claims: funnel.claims,
        purchases: funnel.purchases,
        purchasesInterval: overview.purchasesInterval,
        revenue: Number(funnel.revenue.amountMinor),
        revenueInterval: overview.revenueInterval,
        conversion: conversion.share,
        conversionInterval: conversion.interval,
        given: Number(overview.given.amountMinor),
        discounts: Number(overview.discounts.amountMinor),
        owed: Number(overview.owed.amountMinor),
        otherCurrencies: overview.otherCurrencies.map(({ currency, amountMinor }) => ({ currency: currency.toLowerCase(), revenue: Number(amountMinor) })),
        byWeek: overview.byWeek.map((row) => ({ ...line(row), week: row.week.toISOString() })),
        byChampion: overview.byChampion.map(line),
        byChannel: overview.byChannel.map(line),
        byLabel: overview.byLabel.map(line),
        definitions: {
          conversion: t("reports.meaning.conversion"),
          purchases: t("reports.meaning.purchases"),
          revenue: t("reports.meaning.revenue"),
          days: t("reports.meaning.days"),
        },
      },
    };
  },
});
