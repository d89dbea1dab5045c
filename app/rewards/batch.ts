/** What can be done to all rewards that fit a search. */
export const BATCH_ACTS = ["approve", "refuse"] as const;

export type BatchOutcome = "left_out" | "approved" | "first_of_two" | "refused" | "undone" | "not_done";

/** So many of a batch ended, or will end, alike. */
export interface BatchSum {
  /** Null while they wait for their turn. */
  outcome: BatchOutcome | null;
  /** Why nothing was done, or will be. */
  code: string | null;
  currency: string;
  count: number;
  dueMinor: bigint;
}

export interface BatchCourse {
  /** Those it is about: left out are apart. */
  total: number;
  /** Of how many it is known what became of them. */
  done: number;
  /** Of those it is about, by currency. */
  sums: { currency: string; amountMinor: bigint }[];
  /** Of each outcome, with why where nothing was done. */
  ends: { outcome: BatchOutcome; code: string | null; count: number }[];
}

/** How far a batch is, and what it is worth. */
export function courseOf(sums: readonly BatchSum[]): BatchCourse {
  const meant = sums.filter(({ outcome }) => outcome !== "left_out");
  const worth = new Map<string, bigint>();
  for (const { currency, dueMinor } of meant) worth.set(currency, (worth.get(currency) ?? 0n) + dueMinor);
  const ends = new Map<string, BatchCourse["ends"][number]>();
  for (const { outcome, code, count } of sums) {
    if (!outcome) continue;
    const key = `${outcome} ${code}`;
    ends.set(key, { outcome, code, count: count + (ends.get(key)?.count ?? 0) });
  }
  return {
    total: countOf(meant),
    done: countOf(meant.filter(({ outcome }) => outcome !== null)),
    sums: [...worth].map(([currency, amountMinor]) => ({ currency, amountMinor })),
    ends: [...ends.values()],
  };
}

const countOf = (sums: readonly BatchSum[]): number => sums.reduce((total, { count }) => total + count, 0);
