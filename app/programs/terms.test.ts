import { describe, expect, test } from "vitest";
import { DEFAULT_CLAUSES } from "./default-terms";
import { CLAUSE_SUBJECTS, clauseNumberFor, clauseOn, diffTerms, missingSubjects, type Clause } from "./terms";
import { clausesSchema } from "./terms-schema";

const own = (key: Clause["key"], word = "Extra"): Clause => ({
  key,
  title: { en: word, nl: word },
  text: { en: word, nl: word },
});

describe("the default clauses", () => {
  test("are valid, cover every subject once, and number what counts as new as clause 4", () => {
    expect(clausesSchema.parse(DEFAULT_CLAUSES)).toEqual(DEFAULT_CLAUSES);
    expect(DEFAULT_CLAUSES.map(({ key }) => key)).toEqual([...CLAUSE_SUBJECTS]);
    expect(clauseNumberFor(DEFAULT_CLAUSES, "friend_not_new")).toBe(4);
  });

  test("name no amount and no percentage: those are frozen with the rules, not with the terms", () => {
    for (const { text } of DEFAULT_CLAUSES)
      for (const words of Object.values(text)) expect(words).not.toMatch(/\p{Sc}|\d\s?%|EUR/u);
  });

  test("never use the words the voice forbids", () => {
    const said = DEFAULT_CLAUSES.flatMap(({ title, text }) => [
      ...Object.values(title),
      ...Object.values(text),
    ]).join(" ");
    expect(said).not.toMatch(
      /as soon as possible|against our rules|unfortunately|invalid|\bleads?\b|\busers?\b/i,
    );
    expect(said).not.toMatch(/zo snel mogelijk|tegen onze regels|helaas|ongeldig|\bgebruikers?\b/i);
  });
});

const REFUSALS = `
    self_referral champion_not_valid friend_account_not_valid friend_not_new already_referred_by_you
    other_champion already_bound click_expired qualify_expired paid_before_touch token_invalid
    below_minimum_purchase plan_not_eligible country_not_eligible cap_limited offer_expired
    programme_ended paid_ads source_not_allowed fraud_confirmed manual_decision refund_full
    refund_partial dispute_lost payment_failed_later review_required benefit_expired
    nothing_to_credit_12m
`;

describe("the clause behind a reason", () => {
  test("is the same for all five answers that must not be told apart (S10)", () => {
    const numbers = [
      "friend_not_new",
      "paid_before_touch",
      "already_bound",
      "other_champion",
      "already_referred_by_you",
    ].map((reason) => clauseNumberFor(DEFAULT_CLAUSES, reason));
    expect(new Set(numbers).size).toBe(1);
  });

  // Every "not eligible", "reversed" and "expired" code of the rulebook: a refusal without a clause is not allowed.
  test.each(REFUSALS.trim().split(/\s+/))("%s has one", (reason) =>
    expect(clauseNumberFor(DEFAULT_CLAUSES, reason)).toBeGreaterThan(0),
  );

  test("follows its subject when clauses are moved or added", () => {
    const moved = [own("own-1"), ...[...DEFAULT_CLAUSES].reverse()];
    expect(clauseNumberFor(moved, "self_referral")).toBe(9);
    expect(clauseOn(moved, "own_purchases")?.clause.key).toBe("own_purchases");
  });

  test.each(["toString", "__proto__", "unheard_of"])("%s has none", (reason) =>
    expect(clauseNumberFor(DEFAULT_CLAUSES, reason)).toBeNull(),
  );

  test("a version without that subject has no clause to quote", () => {
    expect(clauseNumberFor([own("own-1")], "self_referral")).toBeNull();
  });
});

describe("terms are refused", () => {
  const issues = (clauses: unknown) =>
    clausesSchema.safeParse(clauses).error?.issues.map(({ message }) => message) ?? [];
  test.each(CLAUSE_SUBJECTS)("without a clause about %s", (subject) => {
    const rest = DEFAULT_CLAUSES.filter(({ key }) => key !== subject);
    expect(issues(rest)).toEqual(["settings.issue.subjectMissing"]);
    expect(missingSubjects(rest)).toEqual([subject]);
  });
  test("with one clause twice", () =>
    expect(issues([...DEFAULT_CLAUSES, DEFAULT_CLAUSES[0]])).toEqual(["settings.issue.clauseTwice"]));
  test("with a clause in one language only", () => {
    const [first, ...rest] = DEFAULT_CLAUSES;
    expect(issues([{ ...first!, text: { en: "Only English", nl: "  " } }, ...rest])).toEqual([
      "Too small: expected string to have >=1 characters",
    ]);
  });
  test("with more clauses than anybody reads", () => {
    const many = Array.from({ length: 15 }, (_, i) => own(`own-${i}`));
    expect(issues([...DEFAULT_CLAUSES, ...many])).toEqual(["settings.issue.tooManyClauses"]);
  });
  test("with a key of another kind", () =>
    expect(issues([...DEFAULT_CLAUSES, own("Own 1" as Clause["key"])])).not.toEqual([]));
});

describe("the difference between two versions", () => {
  test("is nothing between equals", () =>
    expect(diffTerms(DEFAULT_CLAUSES, structuredClone(DEFAULT_CLAUSES))).toEqual([]));

  test("names new wording per language", () => {
    const after = structuredClone(DEFAULT_CLAUSES) as Clause[];
    after[1]!.text.nl += " Echt.";
    after[2]!.title.en += "!";
    after[2]!.text.nl += " Echt.";
    expect(
      diffTerms(DEFAULT_CLAUSES, after).map(({ key, newNumber, reworded }) => ({ key, newNumber, reworded })),
    ).toEqual([
      { key: "counting", newNumber: 2, reworded: ["nl"] },
      { key: "own_purchases", newNumber: 3, reworded: ["en", "nl"] },
    ]);
  });

  test("names what came, what went and what got another number", () => {
    const before = [...DEFAULT_CLAUSES, own("own-old")];
    const after = [own("own-new"), ...DEFAULT_CLAUSES];
    const changes = diffTerms(before, after).map(({ key, oldNumber, newNumber }) => [
      key,
      oldNumber,
      newNumber,
    ]);
    expect(changes[0]).toEqual(["own-new", null, 1]);
    expect(changes[1]).toEqual(["reward", 1, 2]);
    expect(changes.at(-1)).toEqual(["own-old", 11, null]);
    expect(changes).toHaveLength(12);
  });
});
