import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { firstRule, inOrder, matchRule, thanksForFirst, TRIGGERS, UNCONDITIONAL, type PaymentFacts, type RewardRule } from "./reward-rule";

const ten = { kind: "flat", amountMinor: 1_000n } as const;
const first = thanksForFirst(ten);
const every: RewardRule = { ...UNCONDITIONAL, key: "every", trigger: "every_purchase", months: null, worth: ten };
const renewal: RewardRule = { ...UNCONDITIONAL, key: "renewal", trigger: "renewal", months: 12, worth: ten };

const firstAt = new Date("2026-01-31T12:00:00Z");
const order: PaymentFacts = { at: firstAt, firstAt: null, renews: false, friendNumber: 1, baseMinor: 8_000n, groups: new Map() };
const later = (day: string, renews = false): PaymentFacts => ({ ...order, at: new Date(day), firstAt, renews });

describe("the rule a payment earns by (W5)", () => {
  test.each([
    ["a first payment", order, "reward"],
    ["a later payment, where only the first is thanked for", later("2026-02-01T12:00:00Z"), undefined],
  ])("%s", (_, payment, key) => expect(matchRule([first], payment)?.rule.key).toBe(key));

  test.each([
    ["renews within the year", later("2027-01-31T11:59:59Z", true), "renewal"],
    ["renews when the year is over", later("2027-01-31T12:00:00Z", true), "every"],
    ["renews nothing", later("2026-02-28T12:00:00Z"), "every"],
    ["comes first", order, "reward"],
    ["comes first and goes on with an older subscription", { ...order, renews: true }, "reward"],
  ])("one that %s", (_, payment, key) => {
    expect(matchRule(inOrder([every, renewal, first]), payment)?.rule.key).toBe(key);
  });

  test("every purchase for a month ends on the last day of a shorter one", () => {
    const month = [{ ...every, months: 1 }];
    expect(matchRule(month, later("2026-02-28T11:59:59Z"))).not.toBeNull();
    expect(matchRule(month, later("2026-02-28T12:00:00Z"))).toBeNull();
  });

  test("every purchase thanks for the first one too; a renewal does not", () => {
    expect(firstRule([every])?.key).toBe("every");
    expect(firstRule([renewal])).toBeNull();
  });
});

describe("what a rule asks besides its occasion", () => {
  const third: RewardRule = { ...first, key: "third", fromFriend: 3 };
  const big: RewardRule = { ...first, key: "big", leastMinor: 5_000n };
  const coffee: RewardRule = { ...first, key: "coffee", group: "Coffee" };
  const rules = inOrder([first, big, coffee, third]);

  test.each<[string, Partial<PaymentFacts>, string, bigint]>([
    ["the second friend", { friendNumber: 2, baseMinor: 4_999n }, "reward", 4_999n],
    ["the third friend", { friendNumber: 3 }, "third", 8_000n],
    ["a large order", { baseMinor: 5_000n }, "big", 5_000n],
    ["coffee among other things", { groups: new Map([["coffee", 300n]]) }, "coffee", 300n],
    ["coffee that was mostly not paid for", { baseMinor: 200n, groups: new Map([["coffee", 300n]]) }, "coffee", 200n],
  ])("%s", (_, change, key, baseMinor) => {
    expect(matchRule(rules, { ...order, ...change })).toMatchObject({ rule: { key }, baseMinor });
  });

  test("a right occasion without what is asked names the rule that would have given it, on nothing", () => {
    expect(matchRule([coffee], order)).toEqual({ rule: coffee, baseMinor: 0n });
    expect(matchRule([third], order)).toBeNull();
  });

  test("a payment that one rule fits earns by one, and in order no rule is hidden behind a wider one", () => {
    const rule = fc.record({
      key: fc.string(),
      forWhom: fc.constant("champion" as const),
      trigger: fc.constantFrom(...TRIGGERS),
      months: fc.option(fc.integer({ min: 1, max: 24 })),
      fromFriend: fc.integer({ min: 1, max: 4 }),
      group: fc.constantFrom(null, "Coffee", "Tea"),
      leastMinor: fc.bigInt(0n, 9_000n),
      approval: fc.constant(null),
      worth: fc.constant(ten),
    });
    const payment = fc.record({
      at: fc.date({ min: firstAt, max: new Date("2028-01-01"), noInvalidDate: true }),
      firstAt: fc.constantFrom(null, firstAt),
      renews: fc.boolean(),
      friendNumber: fc.integer({ min: 1, max: 4 }),
      baseMinor: fc.bigInt(1n, 9_000n),
      groups: fc.constantFrom(new Map(), new Map([["tea", 2_000n]])),
    });
    fc.assert(
      fc.property(fc.array(rule, { maxLength: 8 }), payment, (typed, facts) => {
        const ordered = inOrder(typed);
        const match = matchRule(ordered, facts);
        const fitting = ordered.filter((one) => {
          const alone = matchRule([one], facts);
          return alone !== null && alone.baseMinor > 0n && alone.baseMinor >= one.leastMinor;
        });
        if (fitting.length > 0) expect(match?.rule).toBe(fitting[0]);
        for (const [i, early] of ordered.entries())
          for (const late of ordered.slice(i + 1)) {
            if (early.trigger === late.trigger) expect(early.fromFriend >= late.fromFriend).toBe(true);
          }
      }),
    );
  });
});
