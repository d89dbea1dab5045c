import type { Money } from "~/platform/money";

/** A path of our own (`/portal/…`): links of a mail are built from the configured origin, never taken from a caller. */
type OwnPath = `/${string}`;

/** Times of a mail are told in this zone, the program's. */
interface Zoned {
  zone: string;
}

interface OfProgram {
  programTitle: string;
  /** Where the one action of the mail leads. */
  path: OwnPath;
}

/** Why a reward became less after it was granted (the reversed reasons of RULEBOOK section 6). */
export type ReversalCause =
  | "refund_full"
  | "refund_partial"
  | "dispute_lost"
  | "payment_failed_later"
  | "fraud_confirmed"
  | "correction"
  | "milestone_lost";

/** Where something can still be taken back from. */
export type ReturnedFrom = "stripe_balance" | "promotion_code" | "free_month" | "transfer" | "donation" | "points";

/** What was earned, and how much of it settled an older receivable before the rest left the house (M12). */
export interface SetOff {
  earned: Money;
  amount: Money;
}

/** Why a recommendation earned nothing by the rules alone, in the codes that are safe for a champion (S10). */
export const REFUSAL_REASONS = [
  "friend_not_new", "self_referral", "click_expired", "below_minimum_purchase", "plan_not_eligible", "cap_limited",
  "spend_limit_reached", "currency_unavailable", "other",
] as const;
export type RefusalReason = (typeof REFUSAL_REASONS)[number];

export type FactorChange = "passkey_added" | "passkey_removed" | "totp_added" | "totp_removed";

export interface WaitingItem {
  what: "reward" | "application" | "appeal" | "question";
  /** Of a reward that waits for a decision. */
  rewardId: string | null;
  /** The champion's shown name. */
  name: string;
  promisedBy: Date;
  path: OwnPath;
}

export interface BundledOutcome {
  headline: string;
  sentence: string;
  action: { label: string; url: string };
}

/** What each mail needs to know; amounts and dates are written in the reader's language when it is rendered. */
export interface MailValues {
  /** `code`: eight digits. The link opens a page with a button; it consumes nothing by itself. */
  sign_in_code: { code: string; minutes: number; path: OwnPath };
  /** `ownOffer`: what goes off an order of their own, in words; null where the program gives none. */
  welcome: OfProgram & { code: string; ownOffer: string | null };
  application_received: OfProgram & Zoned & { answerBy: Date };
  application_accepted: OfProgram & { ownOffer: string | null };
  /** `reason`: a kind sentence in the reader's language. */
  application_refused: OfProgram & Zoned & { reason: string; mayReapplyAt: Date | null };
  /** `decideBy`: the promised hour of the decision; `friendInitial` only where the friend agreed (S5). */
  recommendation_bought: OfProgram & Zoned & { reward: Money; decideBy: Date; friendInitial: string | null };
  recommendation_signed_up: MailValues["recommendation_bought"];
  /** `friends`: how many the milestone asks for. */
  milestone_reached: OfProgram & Zoned & { reward: Money; decideBy: Date; friends: number };
  reward_approved: OfProgram & Zoned & { reward: Money; payBy: Date };
  /** An approval was told and then taken back: a person looks once more, until `decideBy`. */
  approval_undone: OfProgram & Zoned & { reward: Money; decideBy: Date };
  /** Credited to the Stripe balance: it comes off the next bill. */
  /** `paidOut`: by the company's own system; otherwise it is on the bill. */
  reward_issued: OfProgram & { reward: Money; paidOut: boolean; setOff: SetOff | null };
  /** It can be paid as soon as the champion says where to, at Stripe. */
  payout_details_needed: OfProgram & { reward: Money };
  /** `whole`: all of a month, otherwise `worth` off the next bill of the subscription. */
  free_month_given: OfProgram & { worth: Money; whole: boolean };
  /** A donation waits for a cause. */
  cause_needed: OfProgram & { reward: Money };
  reward_donated: OfProgram & { reward: Money; cause: string };
  /** A gift waits for an address. */
  gift_address_needed: OfProgram;
  /** `tracking`: the carrier's number. */
  gift_sent: OfProgram & { item: string; tracking: string | null };
  /** There is nothing it could come off: it lapses after `until` (W17). */
  reward_expiring: OfProgram & Zoned & { reward: Money; until: Date };
  reward_expired: OfProgram & { reward: Money };
  /** All of what was earned settles an older receivable (M12); `left` of that is still open. */
  reward_set_off: OfProgram & { earned: Money; left: Money };
  /**
   * `because`: the kind sentence of the person who decided, or what the rules found; `clause`: null when the accepted
   * terms have none for it; `answerBy`: when an appeal filed now is answered (W18); `friendKeepsOffer`: only where the
   * program gives friends one.
   */
  reward_refused: OfProgram & Zoned & {
    because: { note: string } | { reason: RefusalReason };
    clause: { number: number; text: string } | null;
    answerBy: Date;
    friendKeepsOffer: boolean;
  };
  /** `left` 0 = all of it went back; `wasPaid`: it is netted against later rewards, nobody's card is charged (M12). */
  reward_reversed: OfProgram & { takenBack: Money; left: Money; cause: ReversalCause; wasPaid: boolean };
  /** What the champion had of a reward and did not use was taken back, from where it was. */
  reward_returned: OfProgram & { amount: Money; from: ReturnedFrom };
  /** Their bank sent a payout back: it waits on their account at Stripe until they put their details right. */
  payout_failed: OfProgram & { amount: Money };
  /** Cash was sent back to us and is paid anew, not before `retryAt`. */
  payout_returned: OfProgram & Zoned & { amount: Money; retryAt: Date };
  /** Given as points, to choose a prize with. */
  points_given: OfProgram & { points: number };
  prize_sent: OfProgram & { prize: string; note: string | null };
  /** `reason`: the sentence of the person who called it off. */
  prize_called_off: OfProgram & { prize: string; points: number; reason: string };
  promotion_code_issued: OfProgram & Zoned & { worth: Money; code: string; expiresAt: Date | null; setOff: SetOff | null };
  appeal_received: OfProgram & Zoned & { answerBy: Date };
  /** `answer`: the sentence of the person who looked again. */
  appeal_answered: OfProgram & { upheld: boolean; answer: string };
  /** `firstBy`: the hour that cannot be kept; the reason is true for this one. */
  promise_late: OfProgram & Zoned & { kind: "reward" | "appeal" | "question" | "application"; reason: "nobody_yet" | "second_person"; firstBy: Date; newBy: Date };
  question_received: OfProgram & Zoned & { answerBy: Date };
  /** What the desk asks about a reward, in the words the champion reads; `decideBy`: by then a person decides in any case. */
  inquiry: OfProgram & Zoned & { question: string; answerUntil: Date; decideBy: Date };
  /** `answer`: the words of the person who looked. */
  question_answered: OfProgram & { answer: string };
  /** `recipient` old: the link cancels; new: the link confirms, and the mail needs `to`. */
  email_change_requested: Zoned & { recipient: "old" | "new"; newEmail: string; effectiveAt: Date; path: OwnPath };
  email_changed: Zoned & { newEmail: string; changedAt: Date; path: OwnPath };
  /** Payments wait until `paidFrom`, so that it can be stopped. */
  payout_details_changed: Zoned & { changedAt: Date; paidFrom: Date; path: OwnPath };
  factor_changed: Zoned & { change: FactorChange; changedAt: Date; path: OwnPath };
  /** `overdue` and `next` in the order of what was promised, cut to a readable number; the counts are of all. */
  staff_digest: Zoned & {
    counts: { reward: number; application: number; appeal: number; question: number; late: number };
    overdue: WaitingItem[];
    next: WaitingItem[];
    /** Endpoints at which nothing arrives, for those who can do something about it. */
    failing: { host: string; since: Date; path: OwnPath }[];
    path: OwnPath;
  };
  staff_welcome: { path: OwnPath };
  /** `gone` and `failing`: the endpoint is switched off; `given_up`: events were given up, and it stays on. */
  webhook_trouble: { host: string; trouble: "gone" | "failing" | "given_up"; path: OwnPath };
  test_mail: { path: OwnPath };
  /** Made by the outbox itself when a week holds more outcomes than mails. */
  bundle: { outcomes: BundledOutcome[]; path: OwnPath };
}

export type TemplateName = keyof MailValues;

/** A mail as a journey asks for it. */
export type MailRequest = {
  [Name in Exclude<TemplateName, "bundle">]: {
    template: Name;
    personId: string;
    /** The thing it is about (reward, application, code, …). */
    subjectId: string;
    /** Which occasion of that thing; with template, subject and person the natural key (I29). */
    purpose: string;
    values: MailValues[Name];
    /** Another address than the person's own: the new one that has to be confirmed. */
    to?: string;
  };
}[Exclude<TemplateName, "bundle">];
