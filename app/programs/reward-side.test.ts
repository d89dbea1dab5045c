import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { firstRule, inOrder, matchRule, thanksForFirst, UNCONDITIONAL, type PaymentFacts, type RewardRule } from "./reward-rule";
import { FOR_WHOM, rulesFor, SIDES, sidesOf } from "./reward-side";

const five = { kind: "flat", amountMinor: 500n } as const;
const first = thanksForFirst(five);
const theirs: RewardRule = { ...first, key: "theirs", forWhom: "friend" };
const each: RewardRule = { ...first, key: "each", forWhom: "both" };
const order: PaymentFacts = { at: new Date("2026-11-01T12:00:00Z"), firstAt: null, renews: false, friendNumber: 1, baseMinor: 8_000n, groups: new Map() };

describe("for whom a rule is (W6)", () => {
  test("a rule for each of them is one of both sides; others are of one", () => {
    const keys = (side: (typeof SIDES)[number]) => rulesFor([first, theirs, each], side).map(({ key }) => key);
    expect([keys("champion"), keys("friend")]).toEqual([["reward", "each"], ["theirs", "each"]]);
    expect([sidesOf([first]), sidesOf([theirs]), sidesOf([each]), sidesOf([])]).toEqual([["champion"], ["friend"], ["champion", "friend"], []]);
  });

  test("the rule of examples and texts is the champion's, unless the friend's is asked for", () => {
    expect([firstRule([theirs])?.key, firstRule([theirs, first])?.key, firstRule([theirs, first], "friend")?.key]).toEqual([undefined, "reward", "theirs"]);
  });

  test("what a payment earns one side never hangs on what the other side's rules say", () => {
    const rule = fc.record({
      key: fc.uuid(), forWhom: fc.constantFrom(...FOR_WHOM), trigger: fc.constantFrom("first_purchase" as const, "every_purchase" as const),
      months: fc.constant(null), fromFriend: fc.integer({ min: 1, max: 3 }), group: fc.constantFrom(null, "Coffee"), leastMinor: fc.bigInt(0n, 9_000n),
      approval: fc.constant(UNCONDITIONAL.approval), worth: fc.constant(five),
    });
    fc.assert(
      fc.property(fc.array(rule, { maxLength: 8 }), fc.constantFrom(...SIDES), (typed, side) => {
        const together = matchRule(rulesFor(inOrder(typed), side), order);
        const alone = matchRule(inOrder(typed.filter(({ forWhom }) => forWhom === side || forWhom === "both")), order);
        expect(together).toEqual(alone);
      }),
    );
  });
});
