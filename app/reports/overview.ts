import type { Money } from "~/platform/money";
import { weeksOf, type ReportSelection } from "./report-selection";
import { countInterval, shareInterval, sumInterval, type Interval } from "./uncertainty";

/** One line of a breakdown: a champion, a channel, a label. */
export interface BreakdownLine {
  key: string;
  name: string | null;
  clicks: number;
  claims: number;
  purchases: number;
  revenueMinor: bigint;
}

export interface WeekLine {
  week: Date;
  clicks: number;
  claims: number;
  purchases: number;
  newFriends: number;
  revenueMinor: bigint;
}

export interface Overview {
  currency: string;
  funnel: { clicks: number; claims: number; purchases: number; revenue: Money };
  /** Of those who clicked, the share that bought for the first time. */
  conversion: { share: number | null; interval: Interval | null };
  purchasesInterval: Interval;
  revenueInterval: Interval;
  given: Money;
  discounts: Money;
  owed: Money;
  /** Sales in other currencies, which are shown and never added up. */
  otherCurrencies: Money[];
  byWeek: WeekLine[];
  byChampion: BreakdownLine[];
  byChannel: BreakdownLine[];
  byLabel: BreakdownLine[];
}

interface Visits {
  week: Date;
  championId: string;
  champion: string;
  label: string | null;
  channel: string | null;
  count: number;
}

interface Sale {
  occurredAt: Date;
  championId: string;
  champion: string;
  label: string | null;
  channel: string | null;
  currency: string;
  revenueMinor: bigint;
  discountMinor: bigint;
  isFirst: boolean;
}

export interface OverviewFacts {
  selection: ReportSelection;
  currency: string;
  clicks: Visits[];
  claims: Visits[];
  sales: Sale[];
  given: { currency: string; amountMinor: bigint }[];
  owed: { currency: string; amountMinor: bigint }[];
}

/** Adds up the rows of a selection. Every number here is the sum of rows a reader can open. */
export function overviewOf(facts: OverviewFacts): Overview {
  const { selection, currency, clicks, claims } = facts;
  const sales = facts.sales.filter((sale) => sale.currency === currency);
  const purchases = facts.sales.length;
  const newFriends = facts.sales.filter((sale) => sale.isFirst).length;
  const clicked = countOf(clicks);
  return {
    currency,
    funnel: {
      clicks: clicked,
      claims: countOf(claims),
      purchases,
      revenue: { currency, amountMinor: sumOf(sales.map((sale) => sale.revenueMinor)) },
    },
    conversion: {
      share: clicked > 0 ? Math.min(newFriends / clicked, 1) : null,
      interval: shareInterval(Math.min(newFriends, clicked), clicked),
    },
    purchasesInterval: countInterval(purchases),
    revenueInterval: sumInterval(sales.map((sale) => Number(sale.revenueMinor))),
    given: { currency, amountMinor: sumOf(inCurrency(facts.given, currency)) },
    discounts: { currency, amountMinor: sumOf(sales.map((sale) => sale.discountMinor)) },
    owed: { currency, amountMinor: sumOf(inCurrency(facts.owed, currency)) },
    otherCurrencies: otherCurrencies(facts),
    byWeek: byWeek(facts, sales),
    byChampion: breakdown(facts, sales, (row) => [row.championId, row.champion]),
    byChannel: breakdown(facts, sales, (row) => [row.channel ?? "", row.channel]),
    byLabel: breakdown(facts, sales, (row) => [row.label ?? "", row.label]),
  };

  function byWeek({ sales: all }: OverviewFacts, counted: Sale[]): WeekLine[] {
    return weeksOf(selection).map((week) => {
      const next = week.getTime() + 7 * 86_400_000;
      const inWeek = (at: Date) => at >= week && at.getTime() < next;
      return {
        week,
        clicks: countOf(clicks.filter((row) => inWeek(row.week))),
        claims: countOf(claims.filter((row) => inWeek(row.week))),
        purchases: all.filter((sale) => inWeek(sale.occurredAt)).length,
        newFriends: all.filter((sale) => sale.isFirst && inWeek(sale.occurredAt)).length,
        revenueMinor: sumOf(counted.filter((sale) => inWeek(sale.occurredAt)).map((sale) => sale.revenueMinor)),
      };
    });
  }
}

type Dimension = Pick<Visits, "championId" | "champion" | "label" | "channel">;

function breakdown(
  { clicks, claims, sales: all }: OverviewFacts,
  counted: Sale[],
  by: (row: Dimension) => [key: string, name: string | null],
): BreakdownLine[] {
  const lines = new Map<string, BreakdownLine>();
  const line = (row: Dimension) => {
    const [key, name] = by(row);
    const found = lines.get(key) ?? { key, name, clicks: 0, claims: 0, purchases: 0, revenueMinor: 0n };
    lines.set(key, found);
    return found;
  };
  for (const row of clicks) line(row).clicks += row.count;
  for (const row of claims) line(row).claims += row.count;
  for (const sale of all) line(sale).purchases += 1;
  for (const sale of counted) line(sale).revenueMinor += sale.revenueMinor;
  return [...lines.values()].sort(
    (a, b) => Number(b.revenueMinor - a.revenueMinor) || b.purchases - a.purchases || b.clicks - a.clicks,
  );
}

function otherCurrencies({ sales, currency }: OverviewFacts): Money[] {
  const names = [...new Set(sales.map((sale) => sale.currency))].filter((name) => name !== currency).sort();
  return names.map((name) => ({ currency: name, amountMinor: sumOf(sales.filter((sale) => sale.currency === name).map((sale) => sale.revenueMinor)) }));
}

const countOf = (rows: { count: number }[]) => rows.reduce((sum, row) => sum + row.count, 0);
const sumOf = (amounts: bigint[]) => amounts.reduce((sum, amount) => sum + amount, 0n);
const inCurrency = (rows: { currency: string; amountMinor: bigint }[], currency: string) =>
  rows.filter((row) => row.currency === currency).map((row) => row.amountMinor);
