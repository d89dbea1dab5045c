import { describe, expect, it } from "vitest";
import {
  aChampionFact, aHistory, aLead, aPayment, aProgramFact, aTouch, losersOf, on, winnersOf, type GoldenStory,
} from "~/testing/builders/friend-history";
import { decideAttribution } from "./decide-attribution";

const buys = [aPayment("p1", "10")];
const last = { programs: [aProgramFact("friends", { model: "last" })] };
const tokenA = aTouch("token", "A", "3", "10");
const tokenB = aTouch("token", "B", "5", "10");
const codeB = aTouch("code", "B", "10", "10");

/** The conflict table (A7), first touch and last touch. */
const STORIES: GoldenStory[] = [
  { title: "one token", facts: aHistory({ payments: buys, touches: [tokenA] }), winners: ["A"], losers: [] },
  {
    title: "two valid links before the bind, first touch: the earliest",
    facts: aHistory({ payments: buys, touches: [tokenB, tokenA] }), winners: ["A"], losers: ["B other_champion"],
  },
  {
    title: "two valid links before the bind, last touch: the latest",
    facts: aHistory({ payments: buys, touches: [tokenA, tokenB], ...last }), winners: ["B"], losers: ["A other_champion"],
  },
  {
    title: "link of A, then code of B, not bound, first touch: A",
    facts: aHistory({ payments: buys, touches: [tokenA, codeB] }), winners: ["A"], losers: ["B other_champion"],
  },
  {
    title: "link of A, then code of B, not bound, last touch: B",
    facts: aHistory({ payments: buys, touches: [tokenA, codeB], ...last }), winners: ["B"], losers: ["A other_champion"],
  },
  {
    title: "bound to A at the sign-up, then a code of B, first touch: A",
    facts: aHistory({ leads: [aLead("l1", "4")], payments: buys, touches: [{ ...tokenA, presentedAt: on("4") }, codeB] }),
    winners: ["A"], losers: ["B already_bound"],
  },
  {
    title: "bound to A at the sign-up, then a link of B, last touch: A",
    facts: aHistory({
      leads: [aLead("l1", "4")], payments: buys, touches: [{ ...tokenA, presentedAt: on("4") }, tokenB], ...last,
    }),
    winners: ["A"], losers: ["B already_bound"],
  },
  { title: "code only: its owner", facts: aHistory({ payments: buys, touches: [codeB] }), winners: ["B"], losers: [] },
  {
    title: "the winner is expired: the next valid",
    facts: aHistory({ payments: [aPayment("p1", "34")], touches: [{ ...tokenA, presentedAt: on("34") }, { ...tokenB, presentedAt: on("34") }] }),
    winners: ["B"], losers: ["A click_expired"],
  },
  {
    title: "the winner is the friend: the next valid",
    facts: aHistory({ payments: buys, touches: [tokenA, tokenB], champions: [aChampionFact("A", { sameAsFriend: "email" })] }),
    winners: ["B"], losers: ["A self_referral"],
  },
  {
    title: "the winner is blocked: the next valid",
    facts: aHistory({ payments: buys, touches: [tokenA, tokenB], champions: [aChampionFact("A", { status: "blocked" })] }),
    winners: ["B"], losers: ["A champion_not_valid"],
  },
  {
    title: "a broken token beside a good one: the good one",
    facts: aHistory({ payments: buys, touches: [tokenB], brokenTokens: [{ source: "x", presentedAt: on("10") }] }),
    winners: ["B"], losers: [],
  },
  {
    title: "the friend paid before every touch: nobody",
    facts: aHistory({ payments: [aPayment("p0", "1"), ...buys], touches: [tokenA, codeB] }),
    winners: ["nobody: not_referred", "nobody: friend_not_new"],
  },
  {
    title: "the friend paid before we listened: nobody",
    facts: aHistory({ payments: buys, touches: [tokenA], paidSince: on("-90") }),
    winners: ["nobody: friend_not_new"], losers: ["A friend_not_new"],
  },
];

describe("golden stories: the conflict table (A7)", () => {
  it.each(STORIES)("$title", ({ facts, winners, losers }) => {
    expect(winnersOf(facts)).toEqual(winners);
    if (losers) expect(losersOf(facts)).toEqual(losers);
  });

  it("a sign-up binds and says so", () => {
    const facts = aHistory({ leads: [aLead("l1", "4")], touches: [{ ...tokenA, presentedAt: on("4") }] });
    const { bind, decisions } = decideAttribution(facts);
    expect(bind).toEqual({
      programId: "friends", versionId: "friends-v1", championId: "A", linkId: "link-A", touchId: tokenA.id, handId: null,
      boundAt: on("4"), qualifyUntil: on("369"),
    });
    expect(decisions).toMatchObject([{ kind: "lead", momentId: "l1", reason: null }]);
  });

  it("explains itself: the checks in order, what was compared, which rule (S4)", () => {
    const [decision] = decideAttribution(aHistory({ payments: buys, touches: [tokenA, tokenB] })).decisions;
    expect(decision?.trace.map(({ check, rule, outcome, championId }) => [check, rule, outcome, championId])).toEqual([
      ["touch_in_time", "R4", "pass", "A"], ["click_memory", "A3", "pass", "A"], ["champion_standing", "A7", "pass", "A"],
      ["not_self", "R1", "pass", "A"], ["programme_open", "A7", "pass", "A"], ["friend_new", "A8", "pass", "A"],
      ["which_touch", "A4", "pass", "A"],
      ["touch_in_time", "R4", "pass", "B"], ["click_memory", "A3", "pass", "B"], ["champion_standing", "A7", "pass", "B"],
      ["not_self", "R1", "pass", "B"], ["programme_open", "A7", "pass", "B"], ["friend_new", "A8", "pass", "B"],
      ["which_touch", "A4", "fail", "B"],
    ]);
    expect(decision?.trace[1]?.compared).toEqual({
      touchedAt: on("3").toISOString(), days: 30, until: on("33").toISOString(), at: on("10").toISOString(),
    });
  });
});
