import { discountOf, worthOf, type Benefit } from "./benefit";
import type { CookieRule } from "./cookie-rule";
import { firstRule, signUpRule, type RewardRule } from "./reward-rule";
import type { Side } from "./reward-side";
import type { Approval } from "./rule-approval";
import { limitsFor, rewardFor, type RewardLimits } from "./reward-worth";

/** Currencies a program can be run in: those Stripe balances and our whole minor units (0 or 2 digits) both know. */
export const PROGRAM_CURRENCIES = [
  "EUR",
  "USD",
  "GBP",
  "CHF",
  "SEK",
  "NOK",
  "DKK",
  "PLN",
  "CZK",
  "CAD",
  "AUD",
  "JPY",
] as const;
/** Waiting times that can be chosen (W9). */
export const HOLD_DAYS = [0, 7, 14, 30, 60, 90] as const;

/** How a reward is given (F30, F40): by us at Stripe, or by the company's own system. */
export const RAILS = ["stripe_balance", "free_month", "promotion_code", "transfer", "gift", "donation", "points", "own_payout"] as const;

/** How a friend's own reward is given: what needs a champion's account is no way for somebody who has none. */
export const FRIEND_RAILS = ["stripe_balance", "promotion_code", "own_payout"] as const satisfies readonly (typeof RAILS)[number][];

/** Currency, windows, amounts and limits of one program version; frozen for a friend at the bind (W2). */
export interface ProgramRules extends RewardLimits {
  currency: (typeof PROGRAM_CURRENCIES)[number];
  /** A4: which of several valid touches wins. */
  model: "first" | "last";
  /** A1: touch to bind. */
  clickMemoryDays: number;
  /** A1: bind to the first paid period; null is without end. */
  qualifyDays: number | null;
  /** W9: payment to release. */
  holdDays: (typeof HOLD_DAYS)[number];
  /** W11. */
  approval: Approval;
  /** W5: what champions and friends are thanked for; a payment earns each side by the first one that fits. */
  rewards: readonly RewardRule[];
  friendOffer: Benefit;
  ownOffer: Benefit;
  /** An ordinary order without tax: the worked example and parity (W20) are computed on it. */
  referenceBasketMinor: bigint;
  /** W12: above these an unflagged reward waits for a person; above the last one for two. */
  autoApproveEachMinor: bigint;
  autoApprove30DaysMinor: bigint;
  twoAdminsAboveMinor: bigint;
  rail: (typeof RAILS)[number];
  friendRail: (typeof FRIEND_RAILS)[number];
  /** M14: payments in cash wait until this much may leave together; 0 is any amount. */
  minimumPayoutMinor: bigint;
  /** What an amount is worth in points, per whole unit of the currency, where rewards are given so. */
  pointsPerUnit: number;
  /** W17: for how many months a reward that cannot be given for want of a bill is kept; null is for good. */
  keepMonths: number | null;
  /** L3. */
  cookie: CookieRule;
}

export interface RulesProblem {
  /** Where it is told. */
  field: keyof ProgramRules;
  /** A key of the message files. */
  message: string;
  /** What else was looked at to find it. */
  beside: (keyof ProgramRules)[];
}

/** What is wrong with rules whose fields are each well-formed. */
export function rulesProblems(rules: ProgramRules): RulesProblem[] {
  const problems: RulesProblem[] = [];
  const refuse = (field: keyof ProgramRules, reason: string, ...beside: (keyof ProgramRules)[]) =>
    problems.push({ field, message: `settings.issue.${reason}`, beside });
  const first = firstRule(rules.rewards);
  if (!first) refuse("rewards", "rewardMissing");
  if (new Set(rules.rewards.map(({ key }) => key)).size < rules.rewards.length) refuse("rewards", "ruleTwice");
  if (rules.approval === "immediate" && rules.holdDays !== 0) refuse("holdDays", "immediateNeedsNoHold", "approval");
  if (rules.twoAdminsAboveMinor < rules.autoApproveEachMinor)
    refuse("twoAdminsAboveMinor", "twoAdminsBelowOne", "autoApproveEachMinor");
  if (rules.autoApprove30DaysMinor < rules.autoApproveEachMinor)
    refuse("autoApprove30DaysMinor", "monthBelowOne", "autoApproveEachMinor");
  const example = exampleOf(rules);
  // An example that grants nothing, or a friend who pays nothing, would promise what never happens (W3).
  if (example.friendPaysMinor === 0n) refuse("friendOffer", "friendPaysNothing", "referenceBasketMinor");
  else if (first && example.rewardMinor === 0n)
    refuse("referenceBasketMinor", "basketEarnsNothing", "friendOffer", "rewards", "minimumPurchaseMinor", "capPer30DaysMinor");
  return problems;
}

export interface ProgramExample {
  currency: string;
  basketMinor: bigint;
  friendSavesMinor: bigint;
  friendPaysMinor: bigint;
  rewardMinor: bigint;
  /** What the friend is given for it besides, once it is final (W6). */
  friendRewardMinor: bigint;
  /** What the champion's own offer takes off the same basket. */
  ownSavesMinor: bigint;
  holdDays: number;
}

/** The worked example: one friend's first order of the reference basket, granted by `rewardFor`. */
export function exampleOf(rules: ProgramRules): ProgramExample {
  const basketMinor = rules.referenceBasketMinor;
  const friendSavesMinor = discountOf(rules.friendOffer, basketMinor);
  const friendPaysMinor = basketMinor - friendSavesMinor;
  const worthFor = (side: Side) => {
    const rule = firstRule(rules.rewards, side);
    return rule ? rewardFor(limitsFor(rules, side), rule, { baseMinor: friendPaysMinor, orderMinor: friendPaysMinor }).amountMinor : 0n;
  };
  return {
    currency: rules.currency,
    basketMinor,
    friendSavesMinor,
    friendPaysMinor,
    rewardMinor: worthFor("champion"),
    friendRewardMinor: worthFor("friend"),
    ownSavesMinor: discountOf(rules.ownOffer, basketMinor),
    holdDays: rules.holdDays,
  };
}

export interface ParityFigures {
  currency: string;
  basketMinor: bigint;
  friendMinor: bigint;
  ownMinor: bigint;
  holds: boolean;
}

/** W20: at the reference basket the champion's own offer is worth at least what the friend gets: off the order, for it and for signing up. One currency per program. */
export function parityOf(rules: ProgramRules): ParityFigures {
  const { currency, basketMinor, friendSavesMinor, friendRewardMinor, ownSavesMinor } = exampleOf(rules);
  const signUp = signUpRule(rules.rewards, "friend");
  const friendMinor = friendSavesMinor + friendRewardMinor + (signUp ? worthOf(signUp.worth, 0n) : 0n);
  return {
    currency,
    basketMinor,
    friendMinor,
    ownMinor: ownSavesMinor,
    holds: ownSavesMinor >= friendMinor,
  };
}
