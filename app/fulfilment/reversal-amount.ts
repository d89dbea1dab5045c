export interface ReversalFacts {
  /** What the hand-over settled: what left and what an older receivable took of it. */
  settledMinor: bigint;
  /** What left and did not come back so far. */
  leftMinor: bigint;
  /** What came back so far. */
  returnedMinor: bigint;
  /** What the reward is due now. */
  dueMinor: bigint;
  /** What its champion owes back by now: later rewards may have settled some of it (M12). */
  receivableMinor: bigint;
  /** A code or a free month: all of it or nothing. */
  onlyWhole: boolean;
}

/**
 * How much of a hand-over is to be taken back, in minor units: what was handed over beyond what is due, never what others
 * settled already and never more than left (M5).
 */
export function reversalAmount({ settledMinor, leftMinor, returnedMinor, dueMinor, receivableMinor, onlyWhole }: ReversalFacts): bigint {
  const wanted = [settledMinor - returnedMinor - dueMinor, leftMinor, receivableMinor].reduce((least, one) => (one < least ? one : least));
  if (wanted <= 0n || (onlyWhole && wanted < leftMinor)) return 0n;
  return wanted;
}

const WHOLE_ONLY: ReadonlySet<string> = new Set(["promotion_code", "free_month"]);

/** Whether a way out gives back all or nothing. */
export const isWholeOnly = (rail: string): boolean => WHOLE_ONLY.has(rail);
