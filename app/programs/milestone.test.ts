import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { milestonesReached } from "./milestone";
import { thanksForFirst, UNCONDITIONAL, type RewardRule } from "./reward-rule";

const worth = { kind: "flat", amountMinor: 2_500n } as const;
const first = thanksForFirst(worth);
const milestone = (fromFriend: number): RewardRule => ({ ...UNCONDITIONAL, key: "milestone", trigger: "milestone", months: null, fromFriend, worth });
const every = (fromFriend: number): RewardRule => ({ ...milestone(fromFriend), key: "every", trigger: "every_milestone" });

const friends = (count: number, ...rules: RewardRule[]) => Array.from({ length: count }, (_, index) => ({ index, rules }));
const reached = (all: { index: number; rules: RewardRule[] }[]) => milestonesReached(all).map(({ rule, number }) => `${rule.key} ${number}`);

describe("milestones (W5)", () => {
  test.each([
    [2, []],
    [3, ["milestone 3"]],
    [7, ["milestone 3", "every 4"]],
    [8, ["milestone 3", "every 4", "every 8"]],
  ])("%s friends who stayed", (count, expected) => {
    expect(reached(friends(count, first, milestone(3), every(4)))).toEqual(expected);
  });

  test("ask what the friend's own rules ask who makes the number full (W2)", () => {
    const bound = [...friends(2, milestone(3)), { index: 2, rules: [milestone(5)] }, ...friends(2, milestone(5))];
    expect(reached(bound)).toEqual(["milestone 5"]);
  });

  const counts = fc.array(fc.boolean(), { maxLength: 30 });

  test("depend on who stayed alone, and one more who stays never loses one under the same rules", () => {
    fc.assert(
      fc.property(counts, fc.nat(29), fc.integer({ min: 1, max: 6 }), (stays, who, number) => {
        const all = friends(stays.length, milestone(number), every(number));
        const stayed = all.filter(({ index }) => stays[index]);
        const more = all.filter(({ index }) => stays[index] || index === who);
        expect(reached(more)).toEqual(expect.arrayContaining(reached(stayed)));
        expect(reached(stayed).length).toBe(Number(stayed.length >= number) + Math.floor(stayed.length / number));
      }),
    );
  });
});
