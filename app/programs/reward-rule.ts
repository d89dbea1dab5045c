import { monthsAfter } from "~/platform/months-after";
import type { Benefit } from "./benefit";

/** What a reward is given for (W5). */
export const TRIGGERS = ["first_purchase", "every_purchase", "renewal"] as const;
export type Trigger = (typeof TRIGGERS)[number];

/** How many rules a version can have; more than anybody can explain to a champion. */
export const MAX_RULES = 8;

/** One thing a program thanks its champions for. */
export interface RewardRule {
  /** Names the rule in everything it gives (W8); the same for ever within its version. */
  key: string;
  trigger: Trigger;
  /** For later payments: for how many months after the friend's first one; null is for life. A first payment has none. */
  months: number | null;
  worth: Exclude<Benefit, { kind: "none" }>;
}

/** The plain rule that every program begins with. */
export const thanksForFirst = (worth: RewardRule["worth"]): RewardRule => ({
  key: "reward",
  trigger: "first_purchase",
  months: null,
  worth,
});

/** A payment as the rules look at it, besides what was paid. */
export interface PaymentFacts {
  at: Date;
  /** The friend's first payment that counted; null when this is the first. */
  firstAt: Date | null;
  /** It goes on with a subscription that was paid before. */
  renews: boolean;
}

/** A friend's very first payment: what examples and texts speak of. */
const FIRST: PaymentFacts = { at: new Date(0), firstAt: null, renews: false };

/** W5: the rule a payment earns by: the first in the list that fits, so that one payment is thanked for once. */
export function ruleFor(rules: readonly RewardRule[], payment: PaymentFacts): RewardRule | null {
  return rules.find((rule) => fits(rule, payment)) ?? null;
}

/** The rule that thanks for a friend's first payment; null when none does. */
export function firstRule(rules: readonly RewardRule[]): RewardRule | null {
  return ruleFor(rules, FIRST);
}

function fits({ trigger, months }: RewardRule, { at, firstAt, renews }: PaymentFacts): boolean {
  if (trigger === "first_purchase") return firstAt === null;
  if (trigger === "renewal" && (firstAt === null || !renews)) return false;
  return firstAt === null || months === null || at < monthsAfter(firstAt, months);
}

/** Most particular first, so that no rule stands in the shadow of a wider one. */
export function inOrder(rules: readonly RewardRule[]): RewardRule[] {
  return [...rules].sort((a, b) => RANK[a.trigger] - RANK[b.trigger] || spanOf(a) - spanOf(b));
}

const RANK: Record<Trigger, number> = { first_purchase: 0, renewal: 1, every_purchase: 2 };
const spanOf = ({ months }: RewardRule) => months ?? Number.MAX_SAFE_INTEGER;
