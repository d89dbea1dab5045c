import { describe, expect, it } from "vitest";
import { allStories } from "~/testing/stories/all-stories";
import { readStories } from "~/testing/stories/read-stories";
import { asExpected } from "~/testing/stories/story-outcome";
import { tellInMemory } from "~/testing/stories/tell-in-memory";
import { REASON_CODES } from "./reason-codes";

const stories = allStories();

/** The rows of the conflict table in `docs/rulebook.md` (A7). */
const TABLE = [
  "two valid touches", "link then code", "bound, then another", "code only", "the winner is no good",
  "no touch is older than the first payment", "organisation bound",
];

/** Reason codes that no story tells, because attribution does not give them (S9). */
const ELSEWHERE = {
  /** What a reward waits for, or why it was taken back: the tests of `rewards`, `trust` and `fulfilment`. */
  rewards: [
    "hold_period", "settlement_wait", "in_review", "question_open", "question_answered", "question_unanswered", "appeal_open", "dispute_open", "payout_details_changed", "negative_balance",
    "nothing_to_credit", "free_month_running", "payout_details_missing", "identity_check", "below_minimum_payout", "delivery_failed",
    "delivery_retry", "plan_not_eligible", "spend_limit_reached", "refund_partial", "dispute_lost", "milestone_lost", "refund_failed", "dispute_won", "appeal_upheld",
  ],
  /** Answers of the API alone: `api.db.test.ts`. */
  api: ["first_payment_due", "unknown_customer", "duplicate", "payment_not_found"],
  /** Words that wait for what is not built yet. */
  unused: [
    "subscription_cancelled_wait", "tax_profile_missing", "programme_paused", "friend_account_not_valid", "already_referred_by_you",
    "country_not_eligible", "offer_expired", "paid_ads", "source_not_allowed", "fraud_confirmed",
    "payment_failed_later", "review_required", "payout_failed", "destination_closed", "benefit_expired",
    "nothing_to_credit_12m",
  ],
};

describe("golden stories, by the pure decision alone", () => {
  it.each(stories.map((story) => [story.title, story] as const))("%s", (_title, story) => {
    const expected = story.expected.filter((line) => !line.startsWith("reward of "));
    expect(asExpected(tellInMemory(story), expected)).toEqual([...expected].sort());
  });
});

describe("the stories together", () => {
  it("are at least eighty, each with a title of its own and an outcome", () => {
    expect(stories.length).toBeGreaterThanOrEqual(80);
    expect(new Set(stories.map(({ title }) => title)).size).toBe(stories.length);
    expect(stories.filter(({ expected }) => expected.length === 0)).toEqual([]);
  });

  it("tell every row of the conflict table under both models (A7)", () => {
    const told = new Set(stories.flatMap(({ table }) => table));
    expect([...told].sort()).toEqual(TABLE.flatMap((row) => [`${row}, first`, `${row}, last`]).sort());
  });

  it("tell every reason code that can arise here, and the others are named with where they do (S9)", () => {
    const codes = new Set<string>(Object.values(REASON_CODES).flat());
    const told = stories.flatMap(({ expected }) => expected.flatMap((line) => line.match(/\w+/g) ?? [])).filter((word) => codes.has(word));
    const others = Object.values(ELSEWHERE).flat();
    expect(others.filter((code) => told.includes(code))).toEqual([]);
    expect([...new Set([...told, ...others])].sort()).toEqual([...codes].sort());
  });
});

describe("a file of stories", () => {
  it.each([
    ["a line before any title", "  day 1 Tom pays"],
    ["a sentence nobody understands", "A story\n  day 1 Tom sings"],
    ["something nobody can hand over", "A story\n  day 1 Tom pays with love"],
    ["terms no program has", "A story\n  friends: free beer"],
  ])("is refused for %s", (_title, text) => {
    expect(() => readStories(text)).toThrow(SyntaxError);
  });
});
