import { isMilestone, isOfPayment, type RewardRule } from "./reward-rule";
import { rulesFor } from "./reward-side";

/** What a champion has by now, in friends. */
export interface FriendsSoFar {
  /** Who bought and stayed, as milestones count them. */
  stayed: number;
  /** Who was thanked for, as tiers count them. */
  thanked: number;
}

/** A reward that begins with one of the next friends. */
export interface Goal {
  rule: RewardRule;
  /** Friends that count towards it already. */
  have: number;
  asks: number;
}

/** W5: what a champion's next friends lead to, the nearest first; what has been reached for good is none. */
export function goalsOf(rules: readonly RewardRule[], { stayed, thanked }: FriendsSoFar): Goal[] {
  const goals = rulesFor(rules, "champion").map((rule): Goal => {
    const have = isMilestone(rule) ? stayed : thanked;
    const asks = rule.trigger === "every_milestone" ? have - (have % rule.fromFriend) + rule.fromFriend : rule.fromFriend;
    return { rule, have, asks };
  });
  return goals
    .filter(({ rule, have, asks }) => have < asks && (isMilestone(rule) || (isOfPayment(rule) && asks > 1)))
    .sort((a, b) => a.asks - a.have - (b.asks - b.have));
}

/** Which of these counts a list of rules asks for: most ask for none. */
export function countsAsked(rules: readonly RewardRule[]): { stayed: boolean; thanked: boolean } {
  const own = rulesFor(rules, "champion");
  return { stayed: own.some(isMilestone), thanked: own.some((rule) => isOfPayment(rule) && rule.fromFriend > 1) };
}
