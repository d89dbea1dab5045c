/** What became of the sales a rule found something about. */
export interface RuleRecord {
  rule: string;
  /** Findings that made a person look. */
  found: number;
  /** A person refused it, found it not genuine, or a refund or dispute took it back later. */
  right: number;
  /** A person approved it and nothing was taken back, or an appeal was upheld. */
  wrong: number;
  /** Of the wrong ones, those that took an appeal. */
  appealsUpheld: number;
  /** Nobody decided yet. */
  open: number;
}

const DECIDED_AT_LEAST = 20;
const PRECISION_AT_LEAST = 0.05;

/** The share of a rule's decided findings that were right (R37); null before any was decided. */
export function precisionOf({ right, wrong }: Pick<RuleRecord, "right" | "wrong">): number | null {
  return right + wrong === 0 ? null : right / (right + wrong);
}

/** Whether a rule only annoys: of at least twenty decided findings fewer than one in twenty was right (R37). */
export function onlyAnnoys(record: Pick<RuleRecord, "right" | "wrong">): boolean {
  const precision = precisionOf(record);
  return precision !== null && record.right + record.wrong >= DECIDED_AT_LEAST && precision < PRECISION_AT_LEAST;
}
