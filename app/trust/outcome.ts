/** What a rule found, from nothing to refusal; in this order of strictness. */
export const OUTCOMES = ["pass", "note", "routine_check", "flag", "hold", "not_eligible", "block"] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Whether an outcome is at least as strict as another. */
export function isAtLeast(outcome: Outcome, than: Outcome): boolean {
  return OUTCOMES.indexOf(outcome) >= OUTCOMES.indexOf(than);
}

export type Compared = Record<string, string | number | boolean | null>;

/** One finding, kept with the rule's version so that it can be understood later (R31). */
export interface TrustCheck {
  rule: string;
  version: number;
  outcome: Outcome;
  compared: Compared;
}

/** The strictest finding: what happens to the reward. `pass` when there is none. */
export function strictest(checks: readonly TrustCheck[]): Outcome {
  return checks.reduce<Outcome>((worst, { outcome }) => (isAtLeast(outcome, worst) ? outcome : worst), "pass");
}
