import type { RewardRule } from "./reward-rule";

/** Whose a reward is: who recommended, or who bought (W6). */
export const SIDES = ["champion", "friend"] as const;
export type Side = (typeof SIDES)[number];

/** For whom a rule is. */
export const FOR_WHOM = [...SIDES, "both"] as const;
export type ForWhom = (typeof FOR_WHOM)[number];

/** The rules of one side, in their order: each side earns by the first of its own that fits. */
export function rulesFor<Rule extends Pick<RewardRule, "forWhom">>(rules: readonly Rule[], side: Side): Rule[] {
  return rules.filter(({ forWhom }) => forWhom === side || forWhom === "both");
}

/** Whom these rules thank at all: most programs thank champions alone. */
export const sidesOf = (rules: readonly RewardRule[]): Side[] => SIDES.filter((side) => rulesFor(rules, side).length > 0);
