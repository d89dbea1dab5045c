import { describe, expect, test } from "vitest";
import { affiliateProgramDefaults, friendProgramDefaults } from "./program-defaults";
import { PROGRAM_CURRENCIES } from "./program-rules";
import { amountText } from "./rule-form";
import { readRulesForm, rulesFormShape, rulesFormValues, type RulesForm, type RulesFormValues } from "./rules-form";
import { UNCONDITIONAL } from "./reward-rule";

const friend = friendProgramDefaults("EUR").rules;

/** The form as a browser would post it: empty fields are missing, numbers are read. */
function posted({ rewards, ...values }: RulesFormValues): RulesForm {
  return { ...typedOf(values), rewards: rewards.map(typedOf) } as unknown as RulesForm;
}

const NUMBERS = new Set(["clickMemoryDays", "qualifyDays", "keepMonths", "pointsPerUnit", "months", "fromFriend"]);

function typedOf(values: Record<string, string>): object {
  const entries = Object.entries(values).filter(([, text]) => text !== "");
  return Object.fromEntries(entries.map(([name, text]) => [name, NUMBERS.has(name) ? Number(text) : text]));
}

const ten = {
  key: "reward", forWhom: "champion", trigger: "first_purchase", months: "", fromFriend: "", group: "", leastMinor: "", approval: "", kind: "flat", value: "10",
};

const read = (change: Partial<RulesFormValues>, currency: (typeof PROGRAM_CURRENCIES)[number] = "EUR") =>
  readRulesForm(posted({ ...rulesFormValues(friend, "en"), ...change }), currency);

describe("rules in a form", () => {
  test.each(PROGRAM_CURRENCIES)("come back as they were in %s and both languages", (currency) => {
    for (const { rules } of [friendProgramDefaults(currency), affiliateProgramDefaults(currency)]) {
      for (const locale of ["en", "nl"] as const) {
        const values = rulesFormValues(rules, locale);
        expect(Object.keys(values).sort()).toEqual(Object.keys(rulesFormShape).sort());
        expect(readRulesForm(posted(values), currency)).toEqual({ rules });
      }
    }
  });

  test.each([
    ["12,5", 1_250],
    ["12.5", 1_250],
    ["10", 1_000],
    ["0,01", 1],
    ["100", 10_000],
  ])("%s percent are %d basis points", (text, basisPoints) => {
    const change = { rewards: [{ ...ten, kind: "percent", value: text }] };
    expect(read(change)).toMatchObject({ rules: { rewards: [{ worth: { kind: "percent", basisPoints } }] } });
  });

  test("an offer of nothing needs no value, and empty limits are none", () => {
    const change = {
      friendOfferKind: "none",
      friendOfferValue: "",
      capPer30DaysMinor: "",
      minimumPurchaseMinor: "",
      qualifyDays: "",
    };
    expect(read(change)).toMatchObject({
      rules: {
        friendOffer: { kind: "none" },
        capPer30DaysMinor: null,
        minimumPurchaseMinor: 0n,
        qualifyDays: null,
      },
    });
  });

  test.each([
    [{ rewards: [{ ...ten, value: "ten" }] }, { "rewards[0].value": "settings.issue.amount" }],
    [{ rewards: [{ ...ten, value: "0" }] }, { "rewards[0].value": "settings.issue.amount" }],
    [{ rewards: [{ ...ten, value: "-5" }] }, { "rewards[0].value": "settings.issue.amount" }],
    [{ rewards: [{ ...ten, value: "10.005" }] }, { "rewards[0].value": "settings.issue.amount" }],
    [{ rewards: [{ ...ten, kind: "percent", value: "100.01" }] }, { "rewards[0].value": "settings.issue.percent" }],
    [{ rewards: [{ ...ten, kind: "percent", value: "0" }] }, { "rewards[0].value": "settings.issue.percent" }],
    [{ ownOfferValue: "" }, { ownOfferValue: "settings.issue.amount" }],
    [{ referenceBasketMinor: "0" }, { referenceBasketMinor: "settings.issue.amount" }],
    [{ capPer30DaysMinor: "0" }, { capPer30DaysMinor: "settings.issue.amount" }],
    [{ friendOfferValue: "80" }, { friendOfferValue: "settings.issue.friendPaysNothing" }],
    [{ minimumPurchaseMinor: "75" }, { referenceBasketMinor: "settings.issue.basketEarnsNothing" }],
    [{ approval: "immediate" }, { holdDays: "settings.issue.immediateNeedsNoHold" }],
  ])("%j is told at its field", (change, problems) => expect(read(change)).toEqual({ problems }));

  test("rules are read most particular first, and a row without an occasion is none", () => {
    const rewards = [
      ten,
      { ...ten, key: "", trigger: "every_purchase", months: "6", approval: "manual", kind: "percent", value: "2.5" },
      { ...ten, key: "", fromFriend: "3", group: "Coffee", leastMinor: "50", value: "20" },
      { ...ten, key: "", trigger: "", value: "" },
    ];
    const plain = { months: null, fromFriend: 1, group: null, leastMinor: 0n, approval: null };
    expect(read({ rewards })).toMatchObject({
      rules: {
        rewards: [
          {
            key: "first_purchase", trigger: "first_purchase", months: null, fromFriend: 3, group: "Coffee", leastMinor: 5_000n,
            worth: { kind: "flat", amountMinor: 2_000n },
          },
          { ...plain, key: "reward", trigger: "first_purchase", worth: { kind: "flat", amountMinor: 1_000n } },
          { ...plain, key: "every_purchase", trigger: "every_purchase", months: 6, approval: "manual", worth: { kind: "percent", basisPoints: 250 } },
        ],
      },
    });
  });

  test("a sign-up is a fixed amount and asks nothing else", () => {
    const signUp = { ...ten, key: "", trigger: "signed_up", months: "6", fromFriend: "3", group: "Coffee", leastMinor: "50", value: "2" };
    const rule = { key: "signed_up", trigger: "signed_up", ...UNCONDITIONAL, months: null, worth: { kind: "flat", amountMinor: 200n } };
    expect(read({ rewards: [signUp, ten] })).toMatchObject({ rules: { rewards: [{ key: "reward" }, rule] } });
    expect(read({ rewards: [ten, { ...signUp, kind: "percent" }] })).toEqual({ problems: { "rewards[1].kind": "settings.issue.fixedAmount" } });
  });

  test("a milestone is a fixed amount for a number of friends, and asks nothing of an order", () => {
    const milestone = { ...ten, key: "", trigger: "milestone", months: "6", fromFriend: "3", group: "Coffee", leastMinor: "50", value: "25" };
    const rule = { key: "milestone", trigger: "milestone", ...UNCONDITIONAL, fromFriend: 3, months: null, worth: { kind: "flat", amountMinor: 2_500n } };
    expect(read({ rewards: [milestone, ten] })).toMatchObject({ rules: { rewards: [{ key: "reward" }, rule] } });
    expect(read({ rewards: [ten, { ...milestone, kind: "percent", fromFriend: "" }] })).toEqual({
      problems: { "rewards[1].kind": "settings.issue.fixedAmount", "rewards[1].fromFriend": "settings.issue.milestoneFriends" },
    });
  });

  test("are told all at once, what is wrong with one field and what does not go together", () => {
    expect(read({ rewards: [{ ...ten, value: "ten" }], approval: "immediate", twoAdminsAboveMinor: "1", referenceBasketMinor: "" })).toEqual({
      problems: {
        "rewards[0].value": "settings.issue.amount",
        referenceBasketMinor: "settings.issue.amount",
        holdDays: "settings.issue.immediateNeedsNoHold",
        twoAdminsAboveMinor: "settings.issue.twoAdminsBelowOne",
      },
    });
  });

  test("say nothing about what a field that cannot be read would go together with", () => {
    expect(read({ friendOfferValue: "80", referenceBasketMinor: "much" })).toEqual({ problems: { referenceBasketMinor: "settings.issue.amount" } });
    expect(read({ approval: "", friendOfferKind: "" })).toEqual({ problems: {} });
  });

  test("yen have no cents", () => {
    const values = { ...rulesFormValues(friendProgramDefaults("JPY").rules, "en"), rewards: [{ ...ten, value: "1500.50" }] };
    expect(readRulesForm(posted(values), "JPY")).toEqual({
      problems: { "rewards[0].value": "settings.issue.amount" },
    });
  });
});

test.each([
  [5n, "EUR", "en", "0.05"],
  [1_250n, "EUR", "nl", "12,50"],
  [1_250n, "JPY", "nl", "1250"],
] as const)("%d %s in %s is typed %s", (minor, currency, locale, text) => {
  expect(amountText(minor, currency, locale)).toBe(text);
});
