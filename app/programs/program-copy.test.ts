import { describe, expect, test } from "vitest";
import { formatMoney } from "~/platform/money";
import { emptyFigures, figuresOf, fillCopy, fillText, type FigureFormat } from "./program-copy";
import { copyTextSchema, programCopySchema } from "./program-copy-schema";
import { affiliateProgramDefaults, friendProgramDefaults } from "./program-defaults";
import { thanksForFirst } from "./reward-rule";

const friend = friendProgramDefaults("EUR");
const affiliate = affiliateProgramDefaults("EUR");

const TAGS = { en: "en-GB", nl: "nl-NL" };
const formatter = (locale: "en" | "nl"): FigureFormat => ({
  money: (amount) => formatMoney(amount, TAGS[locale]),
  percent: (fraction, digits) =>
    new Intl.NumberFormat(TAGS[locale], { style: "percent", minimumFractionDigits: digits ?? 0 }).format(
      fraction,
    ),
});

function refusals(change: object): string[] {
  const parsed = copyTextSchema.safeParse({ ...friend.copy.en, ...change });
  return parsed.success
    ? []
    : parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
}

describe("figures in a text are computed, never typed", () => {
  test.each([
    "You get €10 off",
    "You get 10 € off",
    "You get EUR 10",
    "10 euro korting",
    "You get 12.50 euros",
    "10% off",
    "10 % korting",
    "tien procent, dus 10 procent",
    "£5",
    "5 dollars",
    "USD 5",
    "¥500",
  ])("refuses %s", (promise) =>
    expect(refusals({ promise })).toEqual(["promise: settings.issue.typedFigure"]),
  );

  test.each([
    "You get {reward} off",
    "Open since 1998",
    "24 hours a day",
    "Three steps",
    "Room 10",
    "neurology is 10 years old",
    "The 100 percentile club",
  ])("accepts %s", (promise) => expect(refusals({ promise })).toEqual([]));

  test.each([
    "{rewards}",
    "{",
    "}",
    "{reward",
    "reward}",
    "{{reward}}",
    "{constructor}",
    "{__proto__}",
    "{ reward }",
  ])("does not know %s", (promise) => {
    expect(refusals({ promise })).toEqual(["promise: settings.issue.unknownFigure"]);
  });

  test("each of three steps is a text of its own", () => {
    expect(refusals({ steps: ["One", "", "10%"] })).toEqual([
      "steps.1: Too small: expected string to have >=1 characters",
      "steps.2: settings.issue.typedFigure",
    ]);
    expect(refusals({ steps: ["One", "Two"] })).toHaveLength(1);
    expect(refusals({ bonus: "x" })).toHaveLength(1);
  });
});

describe("filled in", () => {
  const en = figuresOf(friend.rules, "Blue Kettle", formatter("en"));

  test("the promise says what the rules grant, in the reader's notation", () => {
    expect(fillText(friend.copy.en.promise, en)).toBe(
      "A friend gets €10.00 off a first order. You get €10.00 as a thank-you.",
    );
    const nl = figuresOf(friend.rules, "Blue Kettle", formatter("nl"));
    expect(fillText(friend.copy.nl.promise, nl)).toBe(
      "Een vriend krijgt €\u00a010,00 korting op de eerste bestelling. Jij krijgt €\u00a010,00 als dank.",
    );
  });

  test("a percentage keeps the digits it has", () => {
    const texts = [1_000, 1_250, 1_225].map((basisPoints) => {
      const rules = { ...affiliate.rules, rewards: [thanksForFirst({ kind: "percent", basisPoints })] };
      return figuresOf(rules, "Blue Kettle", formatter("en")).reward;
    });
    expect(texts).toEqual(["10%", "12.5%", "12.25%"]);
  });

  test("the figures of the example are the example's", () => {
    expect(en).toMatchObject({
      basket: "€80.00",
      friendPays: "€70.00",
      memoryDays: "30",
      company: "Blue Kettle",
    });
  });

  test("no placeholder is left in any default text", () => {
    for (const { rules, copy } of [friend, affiliate]) {
      for (const locale of ["en", "nl"] as const) {
        const filled = fillCopy(copy[locale], figuresOf(rules, "Blue Kettle", formatter(locale)));
        for (const text of [Object.values(filled)].flat(2)) expect(text).not.toMatch(/[{}]/);
      }
    }
  });

  test("a company's name is text, also when it looks like a figure", () => {
    expect(fillText("At {company}", { ...en, company: "{reward} & $&" })).toBe("At {reward} & $&");
  });
});

describe("texts about an offer that is not made", () => {
  test("are named with their place", () => {
    const rules = { ...friend.rules, friendOffer: { kind: "none" as const } };
    expect(emptyFigures(friend.copy, rules)).toEqual([
      "en.promise",
      "en.steps.1",
      "en.shareText",
      "nl.promise",
      "nl.steps.1",
      "nl.shareText",
    ]);
  });
  test("there are none in the defaults", () => {
    for (const { copy, rules } of [friend, affiliate]) expect(emptyFigures(copy, rules)).toEqual([]);
  });
});

test("the default copy is valid in both languages", () => {
  for (const { copy } of [friend, affiliate]) expect(programCopySchema.parse(copy)).toEqual(copy);
});
