/** The stable words for why something is as it is (S9). Texts for people are in the message files. */
export const REASON_CODES = {
  pending: [
    "hold_period", "first_payment_due", "settlement_wait", "routine_check", "in_review", "question_open", "question_answered",
    "question_unanswered", "appeal_open", "dispute_open", "subscription_cancelled_wait", "payout_details_missing", "payout_details_changed", "identity_check",
    "tax_profile_missing", "below_minimum_payout", "negative_balance", "nothing_to_credit", "free_month_running", "currency_unavailable",
    "spend_limit_reached", "programme_paused", "delivery_retry",
  ],
  notEligible: [
    "self_referral", "champion_not_valid", "friend_account_not_valid", "friend_not_new", "already_referred_by_you",
    "other_champion", "already_bound", "click_expired", "qualify_expired", "paid_before_touch", "token_invalid",
    "below_minimum_purchase", "plan_not_eligible", "country_not_eligible", "cap_limited", "offer_expired",
    "programme_ended", "paid_ads", "source_not_allowed", "fraud_confirmed", "manual_decision",
  ],
  reversed: [
    "refund_full", "refund_partial", "dispute_lost", "payment_failed_later", "fraud_confirmed", "review_required",
    "correction", "milestone_lost",
  ],
  restored: ["refund_failed", "dispute_won", "appeal_upheld", "correction"],
  failed: ["payout_failed", "delivery_failed", "destination_closed"],
  expired: ["benefit_expired", "nothing_to_credit_12m"],
  apiOnly: ["not_referred", "unknown_customer", "duplicate", "payment_not_found"],
} as const;

type Groups = typeof REASON_CODES;
export type ReasonCode = Groups[keyof Groups][number];
export type NotEligibleCode = Groups["notEligible"][number];

/** S10: told apart, these would let a champion find out whether a given person is a customer. */
const ONE_REASON: ReadonlySet<string> = new Set<NotEligibleCode>([
  "friend_not_new", "paid_before_touch", "already_bound", "other_champion", "already_referred_by_you",
]);

/** The reason as a champion may know it: five of them are one, "this did not count as a new recommendation" (S10). */
export function championReason(code: ReasonCode): ReasonCode {
  return ONE_REASON.has(code) ? "friend_not_new" : code;
}
