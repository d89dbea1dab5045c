import { EVENT_DAYS } from "./retention";
import { listObject } from "./objects/stripe-object";
import type { StripeList } from "./objects/stripe-object";
import { missingResource } from "./stripe-error";

export interface Paging {
  limit?: number | undefined;
  starting_after?: string | undefined;
  ending_before?: string | undefined;
}

export type TimeRange =
  | number
  | { gt?: number | undefined; gte?: number | undefined; lt?: number | undefined; lte?: number | undefined };

const DEFAULT_LIMIT = 10;

/** One page of `rows`, newest first, as Stripe's lists are. */
export function pageOf<T extends { id: string; created?: unknown }>(
  rows: T[],
  paging: Paging,
  url: string,
): StripeList<T> {
  const sorted = rows.slice().reverse();
  sorted.sort((a, b) => Number(b.created ?? 0) - Number(a.created ?? 0));
  const limit = paging.limit ?? DEFAULT_LIMIT;
  if (paging.ending_before !== undefined) {
    const end = indexOf(sorted, paging.ending_before, "ending_before");
    const start = Math.max(0, end - limit);
    return listObject(url, sorted.slice(start, end), start > 0);
  }
  const start =
    paging.starting_after === undefined ? 0 : indexOf(sorted, paging.starting_after, "starting_after") + 1;
  return listObject(url, sorted.slice(start, start + limit), sorted.length > start + limit);
}

export function withinRange(value: number, range: TimeRange | undefined): boolean {
  if (range === undefined) return true;
  if (typeof range === "number") return value === range;
  return (
    (range.gt === undefined || value > range.gt) &&
    (range.gte === undefined || value >= range.gte) &&
    (range.lt === undefined || value < range.lt) &&
    (range.lte === undefined || value <= range.lte)
  );
}

/** Stripe lists events of the last 30 days only. */
export function stillListed(created: number, now: number): boolean {
  return created >= now - EVENT_DAYS * 86_400;
}

function indexOf<T extends { id: string }>(rows: T[], id: string, param: string): number {
  const index = rows.findIndex((row) => row.id === id);
  if (index < 0) throw missingResource("object", id, param);
  return index;
}
