import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { firstRule, inOrder, ruleFor, thanksForFirst, TRIGGERS, type RewardRule } from "./reward-rule";

const ten = { kind: "flat", amountMinor: 1_000n } as const;
const first = thanksForFirst(ten);
const every: RewardRule = { key: "every", trigger: "every_purchase", months: null, worth: ten };
const renewal: RewardRule = { key: "renewal", trigger: "renewal", months: 12, worth: ten };
const firstAt = new Date("2026-01-31T12:00:00Z");
const on = (day: string, renews = false) => ({ at: new Date(day), firstAt, renews });

describe("the rule a payment earns by (W5)", () => {
  test.each([
    ["a first payment", { ...on("2026-01-31T12:00:00Z"), firstAt: null }, "reward"],
    ["a later payment, where only the first is thanked for", on("2026-02-01T12:00:00Z"), null],
  ])("%s", (_, payment, key) => expect(ruleFor([first], payment)?.key ?? null).toBe(key));

  test.each([
    ["renews within the year", on("2027-01-31T11:59:59Z", true), "renewal"],
    ["renews when the year is over", on("2027-01-31T12:00:00Z", true), "every"],
    ["renews nothing", on("2026-02-28T12:00:00Z"), "every"],
    ["comes first", { ...on("2026-01-31T12:00:00Z"), firstAt: null }, "reward"],
    ["comes first and goes on with an older subscription", { ...on("2026-01-31T12:00:00Z", true), firstAt: null }, "reward"],
  ])("one that %s", (_, payment, key) => {
    expect(ruleFor(inOrder([every, renewal, first]), payment)?.key).toBe(key);
  });

  test("every purchase for a month ends on the last day of a shorter one", () => {
    const month = [{ ...every, months: 1 }];
    expect(ruleFor(month, on("2026-02-28T11:59:59Z"))).not.toBeNull();
    expect(ruleFor(month, on("2026-02-28T12:00:00Z"))).toBeNull();
  });

  test("every purchase thanks for the first one too; a renewal does not", () => {
    expect(firstRule([every])?.key).toBe("every");
    expect(firstRule([renewal])).toBeNull();
  });

  test("no rule stands in the shadow of another, however they were typed", () => {
    const rule = fc.record({
      key: fc.string(),
      trigger: fc.constantFrom(...TRIGGERS),
      months: fc.option(fc.integer({ min: 1, max: 120 })),
      worth: fc.constant(ten),
    });
    fc.assert(
      fc.property(fc.array(rule, { maxLength: 8 }), (rules) => {
        const ordered = inOrder(rules);
        expect(ordered).toHaveLength(rules.length);
        // Whoever fits a payment before another is not the wider of the two.
        ordered.forEach((early, i) => {
          for (const late of ordered.slice(i + 1)) {
            if (early.trigger === late.trigger && late.months !== null) {
              expect(early.months !== null && early.months <= late.months).toBe(true);
            }
          }
        });
      }),
    );
  });
});
