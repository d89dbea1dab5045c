import { LOCALES, type Locale } from "~/platform/locale";

/**
 * What the terms of every program must speak about, one clause each. A refusal by the machine quotes the clause of
 * its subject, so without that clause it would be a rule nobody was told.
 */
export const CLAUSE_SUBJECTS = [
  "reward",
  "counting",
  "own_purchases",
  "new_recommendation",
  "honest_sharing",
  "hold",
  "refunds",
  "refusal",
  "changes",
  "leaving",
] as const;
export type ClauseSubject = (typeof CLAUSE_SUBJECTS)[number];

export type Clause = {
  /** A subject, or `own-…` for a clause the company added. Keeps its meaning when clauses are renumbered. */
  key: ClauseSubject | `own-${string}`;
  title: Record<Locale, string>;
  text: Record<Locale, string>;
};

/** The subjects that have no clause. */
export function missingSubjects(clauses: readonly { key: string }[]): ClauseSubject[] {
  return CLAUSE_SUBJECTS.filter((subject) => clauses.every(({ key }) => key !== subject));
}

/** The clause of a subject in one version of the terms, with its number; null when that version has none. */
export function clauseOn(
  clauses: readonly Clause[],
  subject: ClauseSubject,
): { number: number; clause: Clause } | null {
  const index = clauses.findIndex(({ key }) => key === subject);
  const clause = clauses[index];
  return clause ? { number: index + 1, clause } : null;
}

// Reason codes of the rulebook's table; the five of S10 share one clause, so that the number tells nothing apart.
const SUBJECT_OF_REASON: Record<string, ClauseSubject> = {
  friend_not_new: "new_recommendation",
  paid_before_touch: "new_recommendation",
  already_bound: "new_recommendation",
  other_champion: "new_recommendation",
  already_referred_by_you: "new_recommendation",
  self_referral: "own_purchases",
  click_expired: "counting",
  qualify_expired: "counting",
  token_invalid: "counting",
  below_minimum_purchase: "reward",
  currency_unavailable: "reward",
  plan_not_eligible: "reward",
  country_not_eligible: "reward",
  cap_limited: "reward",
  spend_limit_reached: "reward",
  offer_expired: "reward",
  benefit_expired: "reward",
  nothing_to_credit_12m: "reward",
  paid_ads: "honest_sharing",
  source_not_allowed: "honest_sharing",
  hold_period: "hold",
  settlement_wait: "hold",
  routine_check: "hold",
  in_review: "hold",
  refund_full: "refunds",
  refund_partial: "refunds",
  dispute_lost: "refunds",
  payment_failed_later: "refunds",
  milestone_lost: "refunds",
  review_required: "refunds",
  dispute_open: "refunds",
  fraud_confirmed: "refusal",
  manual_decision: "refusal",
  champion_not_valid: "refusal",
  friend_account_not_valid: "refusal",
  programme_ended: "changes",
};

/** The number of the clause a reason rests on, in the terms a champion accepted; null when none covers it. */
export function clauseNumberFor(clauses: readonly Clause[], reason: string): number | null {
  const subject = SUBJECT_OF_REASON[reason];
  return subject ? (clauseOn(clauses, subject)?.number ?? null) : null;
}

export interface ClauseChange {
  key: string;
  /** Null where the clause is not in that version. */
  oldNumber: number | null;
  newNumber: number | null;
  /** The languages whose title or text reads differently; empty when it only moved. */
  reworded: Locale[];
  before: Clause | null;
  after: Clause | null;
}

/** What differs between two versions, in the order of the new one; clauses that went come last. */
export function diffTerms(before: readonly Clause[], after: readonly Clause[]): ClauseChange[] {
  const kept = after.map((clause, index): ClauseChange => {
    const oldIndex = before.findIndex(({ key }) => key === clause.key);
    const old = before[oldIndex] ?? null;
    const reworded = LOCALES.filter(
      (locale) =>
        old && (old.title[locale] !== clause.title[locale] || old.text[locale] !== clause.text[locale]),
    );
    return {
      key: clause.key,
      oldNumber: old && oldIndex + 1,
      newNumber: index + 1,
      reworded,
      before: old,
      after: clause,
    };
  });
  const gone = before.flatMap((clause, index): ClauseChange[] =>
    after.some(({ key }) => key === clause.key)
      ? []
      : [
          {
            key: clause.key,
            oldNumber: index + 1,
            newNumber: null,
            reworded: [],
            before: clause,
            after: null,
          },
        ],
  );
  return [
    ...kept.filter((change) => change.oldNumber !== change.newNumber || change.reworded.length > 0),
    ...gone,
  ];
}
