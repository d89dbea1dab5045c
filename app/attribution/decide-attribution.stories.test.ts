import { describe, expect, it } from "vitest";
import {
  aChampionFact, aHistory, aLead, aPayment, aProgramFact, aTouch, losersOf, on, winnersOf, type GoldenStory,
} from "~/testing/builders/friend-history";

const buys = [aPayment("p1", "10")];
const tokenA = aTouch("token", "A", "3", "10");
const tokenB = aTouch("token", "B", "5", "10");

const STORIES: GoldenStory[] = [
  // Time (A1 to A3, R4).
  {
    title: "the last millisecond of click memory",
    facts: aHistory({ payments: [aPayment("p1", "33 11:59:59.999")], touches: [{ ...tokenA, presentedAt: on("33 11:59") }] }),
    winners: ["A"],
  },
  {
    title: "click memory ends exactly then: closed at the touch, open at the end",
    facts: aHistory({ payments: [aPayment("p1", "33")], touches: [{ ...tokenA, presentedAt: on("33") }] }),
    winners: ["nobody: click_expired"],
  },
  {
    title: "a touch after the payment never wins",
    facts: aHistory({ payments: buys, touches: [aTouch("token", "A", "10 12:00:01", "10")] }),
    winners: ["nobody: paid_before_touch"],
  },
  {
    title: "a touch in the second of the payment wins: providers tell whole seconds",
    facts: aHistory({ payments: buys, touches: [aTouch("token", "A", "10 12:00:00.900", "10")] }), winners: ["A"],
  },
  {
    title: "a touch presented only at a later purchase comes too late for the first",
    facts: aHistory({ payments: [...buys, aPayment("p2", "12")], touches: [{ ...tokenA, presentedAt: on("12") }] }),
    winners: ["nobody: not_referred", "nobody: friend_not_new"],
  },
  {
    title: "renewals never look at click memory again",
    facts: aHistory({ payments: [...buys, aPayment("p2", "41"), aPayment("p3", "72")], touches: [tokenA] }),
    winners: ["A", "A", "A"],
  },
  {
    title: "the first payment comes after the time to qualify",
    facts: aHistory({
      leads: [aLead("l1", "4")], payments: [aPayment("p1", "40")], touches: [{ ...tokenA, presentedAt: on("4") }],
      programs: [aProgramFact("friends", { qualifyDays: 30 })],
    }),
    winners: ["nobody: qualify_expired"], losers: ["A qualify_expired"],
  },
  {
    title: "without an end to qualify a payment a year later counts",
    facts: aHistory({
      leads: [aLead("l1", "4")], payments: [aPayment("p1", "400")], touches: [{ ...tokenA, presentedAt: on("4") }],
      programs: [aProgramFact("friends", { qualifyDays: null })],
    }),
    winners: ["A"],
  },
  // Champions.
  {
    title: "a champion who left before the payment",
    facts: aHistory({ payments: buys, touches: [tokenA], champions: [aChampionFact("A", { status: "left", leftAt: on("8") })] }),
    winners: ["nobody: champion_not_valid"],
  },
  {
    title: "a champion who left after the payment keeps it",
    facts: aHistory({ payments: buys, touches: [tokenA], champions: [aChampionFact("A", { status: "left", leftAt: on("11") })] }),
    winners: ["A"],
  },
  {
    title: "a pause ends new touches, not earlier ones",
    facts: aHistory({
      payments: buys, touches: [tokenA, tokenB],
      champions: [
        aChampionFact("A", { status: "paused", pausedAt: on("4") }), aChampionFact("B", { status: "paused", pausedAt: on("4") }),
      ],
    }),
    winners: ["A"], losers: ["B champion_not_valid"],
  },
  {
    title: "a champion blocked after the bind earns nothing more",
    facts: aHistory({
      leads: [aLead("l1", "4")], payments: buys, touches: [{ ...tokenA, presentedAt: on("4") }],
      champions: [aChampionFact("A", { status: "blocked" })],
    }),
    winners: ["nobody: champion_not_valid"],
  },
  {
    title: "only one's own link: nobody",
    facts: aHistory({ payments: buys, touches: [tokenA], champions: [aChampionFact("A", { sameAsFriend: "customer" })] }),
    winners: ["nobody: self_referral"], losers: ["A self_referral"],
  },
  // Programs.
  {
    title: "two programs: each model picks its own, the earlier of the two wins",
    facts: aHistory({
      payments: buys,
      touches: [tokenA, aTouch("token", "B", "2", "10", { programId: "affiliates" }), aTouch("token", "C", "6", "10", { programId: "affiliates" })],
    }),
    winners: ["A"], losers: ["B other_champion", "C other_champion"],
  },
  {
    title: "two programs: the one the shop named wins",
    facts: aHistory({
      payments: [aPayment("p1", "10", { programId: "affiliates" })],
      touches: [tokenA, aTouch("token", "B", "6", "10", { programId: "affiliates" })],
    }),
    winners: ["B"], losers: ["A other_champion"],
  },
  {
    title: "two programs: bound in one is bound in both",
    facts: aHistory({
      payments: [...buys, aPayment("p2", "20")],
      touches: [tokenA, aTouch("code", "B", "20", "20", { programId: "affiliates" })],
    }),
    winners: ["A", "A"],
  },
  {
    title: "a program that ended",
    facts: aHistory({ payments: buys, touches: [tokenA], programs: [aProgramFact("friends", {}, true)] }),
    winners: ["nobody: programme_ended"],
  },
  {
    title: "a switched model counts for later binds only (A4)",
    facts: aHistory({
      payments: buys, touches: [tokenA, tokenB],
      programs: [{
        ...aProgramFact("friends"),
        versions: [
          ...aProgramFact("friends").versions,
          { id: "friends-v2", publishedAt: on("11"), model: "last", clickMemoryDays: 30, qualifyDays: 365 },
        ],
      }],
    }),
    winners: ["A"],
  },
  // Nothing to go by.
  { title: "nothing was presented", facts: aHistory({ payments: buys }), winners: ["nobody: not_referred"], losers: [] },
  {
    title: "only a broken token",
    facts: aHistory({ payments: buys, brokenTokens: [{ source: "x", presentedAt: on("10") }] }),
    winners: ["nobody: token_invalid"], losers: [],
  },
  {
    title: "two links of the same champion: neither is a loser",
    facts: aHistory({ payments: buys, touches: [tokenA, aTouch("token", "A", "6", "10", { linkId: "newsletter" })] }),
    winners: ["A"], losers: ["A null"],
  },
  {
    title: "the reason of the touch that came nearest is told",
    facts: aHistory({
      payments: [aPayment("p1", "34")],
      touches: [{ ...tokenA, presentedAt: on("34") }, { ...tokenB, presentedAt: on("34") }],
      champions: [aChampionFact("B", { sameAsFriend: "email" })],
    }),
    winners: ["nobody: self_referral"], losers: ["A click_expired", "B self_referral"],
  },
  // Frozen (A6).
  {
    title: "a bind that was decided stays, whatever earlier payment is heard of later",
    facts: aHistory({
      payments: [aPayment("p0", "1"), ...buys], touches: [tokenA, aTouch("token", "B", "0", "1")],
      frozenBind: {
        programId: "friends", versionId: "friends-v1", championId: "A", linkId: "link-A", touchId: tokenA.id, handId: null,
        boundAt: on("10"), qualifyUntil: null,
      },
    }),
    winners: ["nobody: already_bound", "A"],
  },
];

describe("golden stories: time, champions, programs, nothing to go by", () => {
  it.each(STORIES)("$title", ({ facts, winners, losers }) => {
    expect(winnersOf(facts)).toEqual(winners);
    if (losers) expect(losersOf(facts)).toEqual(losers);
  });
});
