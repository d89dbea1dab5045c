import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { affiliateProgramDefaults, friendProgramDefaults } from "./program-defaults";
import { exampleOf, parityOf, PROGRAM_CURRENCIES, type ProgramRules } from "./program-rules";
import { discountOf, worthOf, type Benefit } from "./benefit";
import { thanksForFirst } from "./reward-rule";
import { rewardFor } from "./reward-worth";
import { programRulesSchema, rulesFromJson, rulesToJson } from "./program-rules-schema";

const base = friendProgramDefaults("EUR").rules;
const ten = thanksForFirst({ kind: "flat", amountMinor: 1_000n });
const flat = (amountMinor: bigint): Benefit => ({ kind: "flat", amountMinor });
const percent = (basisPoints: number): Benefit => ({ kind: "percent", basisPoints });
const whole = (paidMinor: bigint) => ({ baseMinor: paidMinor, orderMinor: paidMinor });
const before = (championMinor: bigint) => ({ championMinor, friendMinor: 0n, programMinor: 0n });
const none: Benefit = { kind: "none" };

function refusals(change: Partial<ProgramRules>): string[] {
  const parsed = programRulesSchema.safeParse({ ...rulesToJson(base), ...encodeLoosely(change) });
  return parsed.success
    ? []
    : parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
}

/** JSON as a shop of horrors would send it: bigints as strings, nothing checked. */
function encodeLoosely(value: unknown): object {
  return JSON.parse(JSON.stringify(value, (_, v) => (typeof v === "bigint" ? v.toString() : v)));
}

describe("worth (W5, M1)", () => {
  test.each([
    [flat(1_000n), 8_000n, 1_000n],
    [flat(1_000n), 5n, 1_000n],
    [percent(1_000), 8_000n, 800n],
    [percent(1_000), 7_995n, 800n],
    [percent(1_000), 7_994n, 799n],
    [percent(10_000), 7_994n, 7_994n],
    [percent(1), 4_999n, 0n],
    [percent(1), 5_000n, 1n],
    [none, 8_000n, 0n],
  ])("%o on %d is %d", (benefit, on, worth) => expect(worthOf(benefit, on)).toBe(worth));

  test("a discount never exceeds the basket", () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 10n ** 9n), fc.bigInt(1n, 10n ** 9n), (basket, amount) => {
        const off = discountOf(flat(amount), basket);
        expect(off <= basket && off <= amount && (off === basket || off === amount)).toBe(true);
      }),
    );
  });
});

describe("what a purchase earns (W4, W7)", () => {
  const capped = { ...base, minimumPurchaseMinor: 2_000n, capPer30DaysMinor: 2_500n };
  test.each([
    [1_999n, 0n, 0n, "below_minimum_purchase", 0n],
    [2_000n, 0n, 1_000n, null, 0n],
    [2_000n, 1_500n, 1_000n, null, 0n],
    [2_000n, 1_501n, 999n, "cap_limited", 1n],
    [2_000n, 2_500n, 0n, "cap_limited", 1_000n],
    [2_000n, 9_900n, 0n, "cap_limited", 1_000n],
    [0n, 0n, 0n, "below_minimum_purchase", 0n],
  ])("%d paid after %d granted earns %d", (paid, granted, amountMinor, reason, cutMinor) => {
    expect(rewardFor(capped, ten, whole(paid), before(granted))).toEqual({ amountMinor, reason, cutMinor });
  });

  test.each([
    [{ baseMinor: 0n, orderMinor: 9_000n }, 0n, "plan_not_eligible"],
    [{ baseMinor: 4_999n, orderMinor: 9_000n }, 0n, "below_minimum_purchase"],
    [{ baseMinor: 5_000n, orderMinor: 9_000n }, 1_000n, null],
    [{ baseMinor: 5_000n, orderMinor: 1_999n }, 0n, "below_minimum_purchase"],
  ])("a rule from EUR 50 on for one group, on %o, gives %d", (paid, amountMinor, reason) => {
    expect(rewardFor(capped, { ...ten, leastMinor: 5_000n }, paid)).toEqual({ amountMinor, reason, cutMinor: 0n });
  });

  test.each([
    [{ championMinor: 0n, friendMinor: 1_500n, programMinor: 0n }, 500n, "cap_limited"],
    [{ championMinor: 0n, friendMinor: 0n, programMinor: 4_700n }, 300n, "spend_limit_reached"],
    [{ championMinor: 0n, friendMinor: 1_800n, programMinor: 4_800n }, 200n, "cap_limited"],
    [{ championMinor: 0n, friendMinor: 1_800n, programMinor: 4_900n }, 100n, "spend_limit_reached"],
    [{ championMinor: 0n, friendMinor: 900n, programMinor: 9_000n }, 0n, "spend_limit_reached"],
  ])("after %o granted, the narrowest limit leaves %d", (granted, amountMinor, reason) => {
    const limits = { ...base, capPerFriendMinor: 2_000n, budgetPer30DaysMinor: 5_000n };
    expect(rewardFor(limits, ten, whole(8_000n), granted)).toEqual({ amountMinor, reason, cutMinor: 1_000n - amountMinor });
  });

  test("nothing paid earns nothing, also without a minimum", () => {
    expect(rewardFor({ ...base, minimumPurchaseMinor: 0n }, ten, whole(0n)).amountMinor).toBe(0n);
  });

  test("granted and cut together are always the full worth", () => {
    const amount = fc.bigInt(0n, 10n ** 7n);
    fc.assert(
      fc.property(
        amount,
        amount,
        fc.bigInt(1n, 10n ** 6n),
        fc.integer({ min: 1, max: 10_000 }),
        (paid, granted, cap, bp) => {
          const rules = { ...base, minimumPurchaseMinor: 0n, capPer30DaysMinor: cap };
          const worth = { kind: "percent", basisPoints: bp } as const;
          const { amountMinor, cutMinor } = rewardFor(rules, { worth, leastMinor: 0n }, whole(paid), before(granted));
          expect(amountMinor >= 0n && cutMinor >= 0n).toBe(true);
          if (paid > 0n) expect(amountMinor + cutMinor).toBe(worthOf(worth, paid));
          expect(amountMinor === 0n || granted + amountMinor <= cap).toBe(true);
        },
      ),
    );
  });
});

test("the worked example: she buys for EUR 80, pays EUR 70, you get EUR 10", () => {
  expect(exampleOf(base)).toEqual({
    currency: "EUR",
    basketMinor: 8_000n,
    friendSavesMinor: 1_000n,
    friendPaysMinor: 7_000n,
    friendRewardMinor: 0n,
    rewardMinor: 1_000n,
    ownSavesMinor: 1_000n,
    holdDays: 30,
  });
});

test("the example counts a percentage on what the friend really pays", () => {
  const example = exampleOf(affiliateProgramDefaults("EUR").rules);
  expect(example).toMatchObject({ friendSavesMinor: 400n, friendPaysMinor: 7_600n, rewardMinor: 760n });
});

describe("parity (W20)", () => {
  test.each([
    ["equal amounts", flat(1_000n), flat(1_000n), true],
    ["a cent less", flat(1_000n), flat(999n), false],
    ["more for the champion", flat(500n), flat(1_000n), true],
    ["nothing for the champion", flat(1n), none, false],
    ["nothing for anybody", none, none, true],
    ["12.5 % of the basket against its flat worth", flat(1_000n), percent(1_250), true],
    ["12.49 % against it", flat(1_000n), percent(1_249), false],
    ["a flat offer above the basket counts as the basket", percent(9_900), flat(999_999n), true],
  ])("%s", (_, friendOffer, ownOffer, holds) => {
    expect(parityOf({ ...base, friendOffer, ownOffer }).holds).toBe(holds);
  });

  test("what the friend is given afterwards counts with what they get off the order (W6)", () => {
    const theirs = { ...ten, key: "theirs", forWhom: "friend" } as const;
    const signUp = { ...theirs, key: "signed_up", trigger: "signed_up", worth: { kind: "flat", amountMinor: 200n } } as const;
    expect(parityOf({ ...base, rewards: [ten, theirs] })).toMatchObject({ friendMinor: 2_000n, ownMinor: 1_000n, holds: false });
    expect(parityOf({ ...base, rewards: [ten, theirs, signUp], ownOffer: flat(2_200n) })).toMatchObject({ friendMinor: 2_200n, holds: true });
  });

  test("the figures are those of the reference basket", () => {
    expect(parityOf({ ...base, ownOffer: percent(1_000) })).toEqual({
      currency: "EUR",
      basketMinor: 8_000n,
      friendMinor: 1_000n,
      ownMinor: 800n,
      holds: false,
    });
  });

  test.each(PROGRAM_CURRENCIES)("both default programs keep parity and are valid in %s", (currency) => {
    for (const { rules } of [friendProgramDefaults(currency), affiliateProgramDefaults(currency)]) {
      expect(parityOf(rules)).toMatchObject({ currency, holds: true });
      expect(exampleOf(rules).rewardMinor).toBeGreaterThan(0n);
      expect(programRulesSchema.parse(rulesToJson(rules))).toEqual(rules);
    }
  });
});

describe("stored rules", () => {
  test("amounts travel as strings of digits and come back as bigints, beyond 2^53 too", () => {
    const rules = { ...base, twoAdminsAboveMinor: 900_719_925_474_099n };
    const json = JSON.parse(JSON.stringify(rulesToJson(rules)));
    expect(json.twoAdminsAboveMinor).toBe("900719925474099");
    expect(json.rewards[0].worth).toEqual({ kind: "flat", amountMinor: "1000" });
    expect(programRulesSchema.parse(json)).toEqual(rules);
  });

  test("a version of the time of one reward stays readable: it thanked for a first purchase", () => {
    const { rewards: _, ...others } = rulesToJson(base);
    const stored = { ...others, reward: { kind: "flat", amountMinor: "1000" } };
    expect(rulesFromJson(stored)).toEqual(base);
  });

  test.each<[string, Partial<ProgramRules>, string]>([
    ["no thanks for a first order", { rewards: [{ ...ten, trigger: "renewal" }] }, "rewards: settings.issue.rewardMissing"],
    ["two rules of one name", { rewards: [ten, ten] }, "rewards: settings.issue.ruleTwice"],
    ["no reward", { rewards: [] }, "rewards: settings.issue.rewardMissing"],
    [
      "immediate with a hold (W11)",
      { approval: "immediate" },
      "holdDays: settings.issue.immediateNeedsNoHold",
    ],
    [
      "two admins below one",
      { twoAdminsAboveMinor: 4_999n },
      "twoAdminsAboveMinor: settings.issue.twoAdminsBelowOne",
    ],
    [
      "a month below one reward",
      { autoApprove30DaysMinor: 4_999n },
      "autoApprove30DaysMinor: settings.issue.monthBelowOne",
    ],
    [
      "a free first order (W3)",
      { friendOffer: flat(8_000n) },
      "friendOffer: settings.issue.friendPaysNothing",
    ],
    [
      "an example that earns nothing",
      { minimumPurchaseMinor: 7_001n },
      "referenceBasketMinor: settings.issue.basketEarnsNothing",
    ],
  ])("refuses %s", (_, change, refusal) => expect(refusals(change)).toContain(refusal));

  test.each<[string, object]>([
    ["an unknown field", { bonus: "1" }],
    ["a hold between the choices (W9)", { holdDays: 29 }],
    ["91 days of click memory (A1)", { clickMemoryDays: 91 }],
    ["no click memory", { clickMemoryDays: 0 }],
    ["half a basis point", { rewards: [{ ...ten, leastMinor: "0", worth: { kind: "percent", basisPoints: 0.5 } }] }],
    ["more than all", { rewards: [{ ...ten, leastMinor: "0", worth: { kind: "percent", basisPoints: 10_001 } }] }],
    ["a flat reward of nothing", { rewards: [{ ...ten, leastMinor: "0", worth: { kind: "flat", amountMinor: "0" } }] }],
    ["a negative amount", { minimumPurchaseMinor: "-1" }],
    ["a float", { minimumPurchaseMinor: "10.5" }],
    ["a JSON number", { minimumPurchaseMinor: 10 }],
    ["points", { currency: "PTS" }],
    ["a currency with three digits", { currency: "KWD" }],
  ])("refuses %s", (_, change) => {
    expect(programRulesSchema.safeParse({ ...rulesToJson(base), ...change }).success).toBe(false);
  });

  test("a list from before rules could be approved in ways of their own is approved as the program says (W11)", () => {
    const { approval: _none, ...rule } = { ...ten, leastMinor: "0", worth: { kind: "flat", amountMinor: "1000" } };
    expect(rulesFromJson({ ...rulesToJson(base), rewards: [rule] }).rewards).toEqual([ten]);
  });

  test("accepts immediate approval without a hold, and a program without friend offer", () => {
    expect(refusals({ approval: "immediate", holdDays: 0, friendOffer: none })).toEqual([]);
  });

  test("invalid rules cannot be written either", () => {
    expect(() => rulesToJson({ ...base, rewards: [] })).toThrow(z.ZodError);
  });
});
