import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { goalsOf } from "./goal";
import { milestonesReached } from "./milestone";
import { thanksForFirst, UNCONDITIONAL, type RewardRule } from "./reward-rule";

const worth = { kind: "flat", amountMinor: 1_000n } as const;
const first = thanksForFirst(worth);
const tier: RewardRule = { ...first, key: "tier", fromFriend: 4 };
const milestone = (fromFriend: number): RewardRule => ({ ...UNCONDITIONAL, key: "once", trigger: "milestone", months: null, fromFriend, worth });
const every = (fromFriend: number): RewardRule => ({ ...milestone(fromFriend), key: "every", trigger: "every_milestone" });

const told = (rules: RewardRule[], stayed: number, thanked = stayed) =>
  goalsOf(rules, { stayed, thanked }).map(({ rule, have, asks }) => `${rule.key}: ${have} of ${asks}`);

describe("what the next friends lead to (W5)", () => {
  test.each([
    [0, ["every: 0 of 2", "once: 0 of 3", "tier: 0 of 4"]],
    [2, ["once: 2 of 3", "tier: 2 of 4", "every: 2 of 4"]],
    [5, ["every: 5 of 6"]],
  ])("%s friends", (count, expected) => expect(told([first, tier, milestone(3), every(2)], count)).toEqual(expected));

  test("a tier counts who was thanked for, a milestone who stayed", () => {
    expect(told([tier, milestone(3)], 1, 3)).toEqual(["tier: 3 of 4", "once: 1 of 3"]);
  });

  test("a milestone is told until the friend who makes it full, and then given", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 8 }), fc.nat(20), fc.constantFrom(milestone, every), (number, stayed, kind) => {
        const rules = [kind(number)];
        const friends = Array.from({ length: stayed + 1 }, () => ({ rules }));
        const next = milestonesReached(friends).some((reached) => reached.number === stayed + 1);
        const goal = goalsOf(rules, { stayed, thanked: 0 })[0];
        expect(next).toBe(goal?.asks === stayed + 1);
      }),
    );
  });
});
