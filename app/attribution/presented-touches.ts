import type { TouchFact } from "./friend-history";

/** Something a payment carried: a click id or a code, and when the payment was made. */
export interface Carried {
  source: string;
  at: Date;
}

/**
 * The touches of one friend as facts: each source once, presented at the earliest moment any payment carried it. Rows
 * are written in the order in which we heard of payments; that order is no fact (I23).
 */
export function presentedTouches(rows: readonly TouchFact[], carried: readonly Carried[]): TouchFact[] {
  const bySource = new Map<string, TouchFact>();
  for (const row of rows) {
    // The same click taken to the shop twice, once as a token and once as a claim, is one touch.
    const sourceKey = row.kind === "code" ? `code ${row.source}` : `click ${row.source}`;
    const first = bySource.get(sourceKey);
    const presentedAt = earliest([row.presentedAt, ...(first ? [first.presentedAt] : []), ...momentsOf(row.source, carried)]);
    const kept = first ?? row;
    // A typed code has no click before it: it was touched when it was presented.
    bySource.set(sourceKey, { ...kept, presentedAt, touchedAt: kept.kind === "code" ? presentedAt : kept.touchedAt });
  }
  return [...bySource.values()];
}

function momentsOf(source: string, carried: readonly Carried[]): Date[] {
  return carried.filter((each) => each.source === source).map(({ at }) => at);
}

function earliest(moments: readonly Date[]): Date {
  return new Date(Math.min(...moments.map(Number)));
}
