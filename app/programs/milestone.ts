import { isMilestone, type RewardRule } from "./reward-rule";

/** A friend who bought and stayed, with the rules frozen at their bind (W2). */
export interface FriendWhoStayed {
  rules: readonly RewardRule[];
}

/** A milestone with the friend who is the one it asks for. */
export interface Milestone<Friend extends FriendWhoStayed> {
  rule: RewardRule;
  /** Which friend it is given for: 3, or 3, 6, 9, … */
  number: number;
  friend: Friend;
}

/**
 * W5: the milestones that a champion's friends reach together, by the rules of the friend who makes the number full. Whoever
 * leaves moves those after them up; so what is due depends on who stayed, never on the order in which that was heard of.
 * @param friends who stayed, in the order of their binds
 */
export function milestonesReached<Friend extends FriendWhoStayed>(friends: readonly Friend[]): Milestone<Friend>[] {
  return friends.flatMap((friend, index) =>
    friend.rules.filter((rule) => isReachedAt(rule, index + 1)).map((rule) => ({ rule, number: index + 1, friend })),
  );
}

/** Whether rules thank for milestones; where they do not, nobody has to count. */
export const haveMilestones = (rules: readonly RewardRule[]): boolean => rules.some(isMilestone);

function isReachedAt({ trigger, fromFriend }: RewardRule, number: number): boolean {
  return trigger === "milestone" ? number === fromFriend : trigger === "every_milestone" && number % fromFriend === 0;
}
