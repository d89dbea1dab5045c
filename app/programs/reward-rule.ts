import { monthsAfter } from "~/platform/months-after";
import type { Benefit } from "./benefit";
import { rulesFor, type ForWhom, type Side } from "./reward-side";
import type { Approval } from "./rule-approval";

/** What a reward is given for (W5): by a payment, or beside it: for a sign-up, or for how many friends stayed (`milestone.ts`). */
export const TRIGGERS = ["first_purchase", "every_purchase", "renewal", "signed_up", "milestone", "every_milestone"] as const;
export type Trigger = (typeof TRIGGERS)[number];

/** How many rules a version can have; more than anybody can explain to a champion. */
export const MAX_RULES = 8;

/** One thing a program thanks its champions for, their friends, or both (W6). */
export interface RewardRule {
  /** Names the rule in everything it gives (W8); the same for ever within its version. */
  key: string;
  forWhom: ForWhom;
  trigger: Trigger;
  /** For later payments: for how many months after the friend's first one; null is for life. A first payment has none. */
  months: number | null;
  /** Only from the champion's so many-eth friend on, counted by who was thanked for first; of a milestone: which friend it is. */
  fromFriend: number;
  /** Only what was paid for this product group, as the shop calls it; null is anything. */
  group: string | null;
  /** Only payments of at least this much, without tax and shipping. */
  leastMinor: bigint;
  /** W11: how what it gives is approved; null is as the program says. */
  approval: Approval | null;
  worth: Exclude<Benefit, { kind: "none" }>;
}

/** What a rule says besides its occasion, where it says nothing. */
export const UNCONDITIONAL = { forWhom: "champion", fromFriend: 1, group: null, leastMinor: 0n, approval: null } as const;

/** The plain rule that every program begins with. */
export const thanksForFirst = (worth: RewardRule["worth"]): RewardRule => ({
  key: "reward",
  trigger: "first_purchase",
  months: null,
  ...UNCONDITIONAL,
  worth,
});

/** A payment as the rules look at it. */
export interface PaymentFacts {
  at: Date;
  /** The friend's first payment that counted; null when this is the first. */
  firstAt: Date | null;
  /** It goes on with a subscription that was paid before. */
  renews: boolean;
  /** Which of the champion's friends this is, by who was thanked for first. */
  friendNumber: number;
  /** Paid without tax and shipping, in minor units (W4). */
  baseMinor: bigint;
  /** The part of it that was paid for each product group. */
  groups: ReadonlyMap<string, bigint>;
}

/** A rule with what its worth is counted on. */
export interface RuleMatch {
  rule: RewardRule;
  baseMinor: bigint;
}

/**
 * W5: the rule a payment earns by: the first in the list that fits, so that one payment is thanked for once. Where the
 * occasion is right and a condition is not met, the rule that would have given it, so that this can be explained (W1).
 */
export function matchRule(rules: readonly RewardRule[], payment: PaymentFacts): RuleMatch | null {
  const matches = rules
    .filter((rule) => isOccasion(rule, payment))
    .map((rule) => ({ rule, baseMinor: baseFor(rule, payment) }));
  return matches.find(({ rule, baseMinor }) => baseMinor > 0n && baseMinor >= rule.leastMinor) ?? matches.at(-1) ?? null;
}

/** Given beside what payments earn, for how many friends a champion brought. */
export const isMilestone = ({ trigger }: Pick<RewardRule, "trigger">): boolean => trigger === "milestone" || trigger === "every_milestone";

/** A payment earns by it; everything else stands beside that, and is worth a fixed amount. */
export const isOfPayment = (rule: Pick<RewardRule, "trigger">): boolean => rule.trigger !== "signed_up" && !isMilestone(rule);

/** The rule of a side that thanks for an ordinary first payment of a first friend: what examples and texts speak of. */
export function firstRule(rules: readonly RewardRule[], side: Side = "champion"): RewardRule | null {
  const first = rulesFor(rules, side).filter((rule) => isOfPayment(rule) && rule.trigger !== "renewal" && rule.fromFriend === 1);
  return first.find(({ group, leastMinor }) => group === null && leastMinor === 0n) ?? first.at(-1) ?? null;
}

/** The rule of a side that thanks for a sign-up. */
export function signUpRule(rules: readonly RewardRule[], side: Side): RewardRule | null {
  return rulesFor(rules, side).find(({ trigger }) => trigger === "signed_up") ?? null;
}

/** What a choice among these rules has to know that most need not. */
export function questionsOf(rules: readonly RewardRule[]): { friendNumber: boolean; groups: boolean } {
  const ofPayments = rules.filter(isOfPayment);
  return { friendNumber: ofPayments.some(({ fromFriend }) => fromFriend > 1), groups: rules.some(({ group }) => group !== null) };
}

/** Two spellings of one product group. */
export const groupKey = (group: string): string => group.trim().toLowerCase();

function baseFor({ group }: RewardRule, { baseMinor, groups }: PaymentFacts): bigint {
  if (group === null) return baseMinor;
  const paid = groups.get(groupKey(group)) ?? 0n;
  return paid < baseMinor ? paid : baseMinor;
}

function isOccasion({ trigger, months, fromFriend }: RewardRule, payment: PaymentFacts): boolean {
  const { at, firstAt, renews, friendNumber } = payment;
  if (!isOfPayment({ trigger }) || friendNumber < fromFriend) return false;
  if (trigger === "first_purchase") return firstAt === null;
  if (trigger === "renewal" && (firstAt === null || !renews)) return false;
  return firstAt === null || months === null || at < monthsAfter(firstAt, months);
}

/** Most particular first, so that no rule stands in the shadow of a wider one. */
export function inOrder(rules: readonly RewardRule[]): RewardRule[] {
  return [...rules].sort(
    (a, b) =>
      RANK[a.trigger] - RANK[b.trigger] ||
      b.fromFriend - a.fromFriend ||
      Number(a.group === null) - Number(b.group === null) ||
      Number(b.leastMinor - a.leastMinor) ||
      spanOf(a) - spanOf(b),
  );
}

const RANK: Record<Trigger, number> = { first_purchase: 0, renewal: 1, every_purchase: 2, signed_up: 3, milestone: 4, every_milestone: 5 };
const spanOf = ({ months }: RewardRule) => months ?? Number.MAX_SAFE_INTEGER;
