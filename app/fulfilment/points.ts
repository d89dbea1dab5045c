import { championPoints, POINTS, POINTS_MADE } from "~/ledger/chart-of-accounts";
import type { EntryInput } from "~/ledger/transaction-input";
import { currencyDigits, divideRounded } from "~/platform/money";

/** What an amount is in points, at so many per whole unit of its currency; at least one. */
export function pointsFor({ amountMinor, currency, perUnit }: { amountMinor: bigint; currency: string; perUnit: number }): number {
  if (amountMinor <= 0n) return 0;
  const points = divideRounded(amountMinor * BigInt(perUnit), 10n ** BigInt(currencyDigits(currency)));
  return Number(points > 0n ? points : 1n);
}

export interface PointsGiven {
  /** What was given: an amount and what it was in points. */
  amountMinor: bigint;
  points: number;
  /** What of the amount was taken back before. */
  returnedMinor: bigint;
  /** What of it is to be taken back now. */
  wantedMinor: bigint;
  /** The points their owner has not spent. */
  unspent: number;
}

/**
 * How much of what was given as points can be taken back: in proportion and cumulative, so that all of it takes back all
 * the points, and never more than are unspent.
 * @returns null when nothing can
 */
export function pointsBack({ amountMinor, points, returnedMinor, wantedMinor, unspent }: PointsGiven): { amountMinor: bigint; points: number } | null {
  const upTo = (minor: bigint) => Number(divideRounded(BigInt(points) * minor, amountMinor));
  const between = (minor: bigint) => upTo(returnedMinor + minor) - upTo(returnedMinor);
  if (between(wantedMinor) <= unspent) return { amountMinor: wantedMinor, points: between(wantedMinor) };
  const reach = (BigInt(unspent) * amountMinor) / BigInt(points);
  return reach > 0n ? { amountMinor: reach, points: Math.min(between(reach), unspent) } : null;
}

/** The points side of a booking: given to a champion, or taken back below zero. */
export function pointsEntries(championId: string, points: number): EntryInput[] {
  const amountMinor = BigInt(points);
  if (points === 0) return [];
  return [
    { account: POINTS_MADE, currency: POINTS, amountMinor },
    { account: championPoints(championId), currency: POINTS, amountMinor: -amountMinor },
  ];
}
