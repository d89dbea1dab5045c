/** The sub-tag under which those are told that have no total of their own. */
export const OTHER_TAGS = "other";
const SHOWN_AT_MOST = 10;

/** What came through a link with one sub-tag (A5). */
export interface TagFigures {
  tag: string;
  visits: number;
  claims: number;
  orders: number;
}

interface TagCount {
  tag: string;
  count: number;
}

/** The figures of a link's sub-tags, the most visited first; beyond ten, and what has no visits of its own, in one row. */
export function tagFigures(counts: Record<"visits" | "claims" | "orders", readonly TagCount[]>): TagFigures[] {
  const own = counts.visits.filter(({ tag }) => tag !== OTHER_TAGS).sort((a, b) => b.count - a.count || (a.tag < b.tag ? -1 : 1));
  const shown = new Map(own.slice(0, SHOWN_AT_MOST).map(({ tag }) => [tag, { tag, visits: 0, claims: 0, orders: 0 }]));
  const others: TagFigures = { tag: OTHER_TAGS, visits: 0, claims: 0, orders: 0 };
  for (const kind of ["visits", "claims", "orders"] as const) {
    for (const { tag, count } of counts[kind]) (shown.get(tag) ?? others)[kind] += count;
  }
  return others.visits + others.claims + others.orders > 0 ? [...shown.values(), others] : [...shown.values()];
}
