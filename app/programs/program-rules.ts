import { discountOf, worthOf, type Benefit } from "./benefit";
import type { CookieRule } from "./cookie-rule";
import { firstRule, type RewardRule } from "./reward-rule";

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
export const RAILS = ["stripe_balance", "promotion_code", "own_payout"] as const;

/** Currency, windows, amounts and limits of one program version; frozen for a friend at the bind (W2). */
export interface ProgramRules {
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
  approval: "hold_end" | "manual" | "immediate";
  /** W5: what champions are thanked for; a payment earns by the first one that fits. */
  rewards: readonly RewardRule[];
  friendOffer: Benefit;
  ownOffer: Benefit;
  minimumPurchaseMinor: bigint;
  /** An ordinary order without tax: the worked example and parity (W20) are computed on it. */
  referenceBasketMinor: bigint;
  /** W12: above these an unflagged reward waits for a person; above the last one for two. */
  autoApproveEachMinor: bigint;
  autoApprove30DaysMinor: bigint;
  twoAdminsAboveMinor: bigint;
  /** W7: per champion; null is no cap. */
  capPer30DaysMinor: bigint | null;
  rail: (typeof RAILS)[number];
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

export interface RewardWorth {
  amountMinor: bigint;
  /** Why it is less than the rule's full worth, in the reason codes of rewards. */
  reason: "below_minimum_purchase" | "plan_not_eligible" | "cap_limited" | null;
  /** The part a cap cut off. */
  cutMinor: bigint;
}

/** What a reward is counted on, in minor units. */
export interface RewardBasis {
  /** Paid without tax and shipping, of the rule's product group where it has one (W4). */
  baseMinor: bigint;
  /** The same of the whole order. */
  orderMinor: bigint;
}

/**
 * What a purchase earns the champion by a rule: the one computation behind the grant and every example on screen.
 * @param grantedIn30DaysMinor what this champion was granted in the 30 days before, for the cap (W7)
 */
export function rewardFor(
  rules: Pick<ProgramRules, "minimumPurchaseMinor" | "capPer30DaysMinor">,
  rule: Pick<RewardRule, "worth" | "leastMinor">,
  { baseMinor, orderMinor }: RewardBasis,
  grantedIn30DaysMinor = 0n,
): RewardWorth {
  if (orderMinor <= 0n || orderMinor < rules.minimumPurchaseMinor) return nothingFor("below_minimum_purchase");
  if (baseMinor <= 0n) return nothingFor("plan_not_eligible");
  if (baseMinor < rule.leastMinor) return nothingFor("below_minimum_purchase");
  const full = worthOf(rule.worth, baseMinor);
  if (rules.capPer30DaysMinor === null) return { amountMinor: full, reason: null, cutMinor: 0n };
  const left = rules.capPer30DaysMinor - grantedIn30DaysMinor;
  const amountMinor = left <= 0n ? 0n : left < full ? left : full;
  return { amountMinor, reason: amountMinor < full ? "cap_limited" : null, cutMinor: full - amountMinor };
}

const nothingFor = (reason: RewardWorth["reason"]): RewardWorth => ({ amountMinor: 0n, reason, cutMinor: 0n });

export interface ProgramExample {
  currency: string;
  basketMinor: bigint;
  friendSavesMinor: bigint;
  friendPaysMinor: bigint;
  rewardMinor: bigint;
  /** What the champion's own offer takes off the same basket. */
  ownSavesMinor: bigint;
  holdDays: number;
}

/** The worked example: one friend's first order of the reference basket, granted by `rewardFor`. */
export function exampleOf(rules: ProgramRules): ProgramExample {
  const basketMinor = rules.referenceBasketMinor;
  const friendSavesMinor = discountOf(rules.friendOffer, basketMinor);
  const friendPaysMinor = basketMinor - friendSavesMinor;
  const rule = firstRule(rules.rewards);
  return {
    currency: rules.currency,
    basketMinor,
    friendSavesMinor,
    friendPaysMinor,
    rewardMinor: rule ? rewardFor(rules, rule, { baseMinor: friendPaysMinor, orderMinor: friendPaysMinor }).amountMinor : 0n,
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

/** W20: at the reference basket the champion's own offer is worth at least the friend's. One currency per program. */
export function parityOf(rules: ProgramRules): ParityFigures {
  const { currency, basketMinor, friendSavesMinor, ownSavesMinor } = exampleOf(rules);
  return {
    currency,
    basketMinor,
    friendMinor: friendSavesMinor,
    ownMinor: ownSavesMinor,
    holds: ownSavesMinor >= friendSavesMinor,
  };
}
