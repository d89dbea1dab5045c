import { describe, expect, it } from "vitest";
import { dutchOfficeCalendar } from "~/programs/dutch-calendar";
import type { TrustCheck } from "~/trust/outcome";
import { DEFAULT_POLICY } from "~/trust/trust-policy";
import { comparePolicies } from "./compare-policies";
import type { Course, PastReward, Policy } from "./policy";
import { simulatePolicy } from "./simulate-policy";

const DAY_MS = 86_400_000;
const PAID_AT = new Date("2026-07-01T10:00:00Z");
const CALENDAR = dutchOfficeCalendar(PAID_AT);
const after = (days: number) => new Date(+PAID_AT + days * DAY_MS);

const PRESENT: Policy = {
  rules: { holdDays: 14, approval: "hold_end", autoApproveEachMinor: 5_000n, autoApprove30DaysMinor: 25_000n, twoAdminsAboveMinor: 50_000n },
  trust: DEFAULT_POLICY,
};
const under = (rules: Partial<Policy["rules"]>, trust: Partial<Policy["trust"]> = {}): Policy => ({
  rules: { ...PRESENT.rules, ...rules },
  trust: { ...PRESENT.trust, ...trust },
});

const check = (rule: string, compared: TrustCheck["compared"]): TrustCheck => ({ rule, version: 1, outcome: "pass", compared });
/** What rules keep of an ordinary sale. */
const ORDINARY = [
  check("R1", { same: null }),
  check("R3", { paidBefore: null }),
  check("R4", { touchedAt: after(-1).toISOString(), until: after(29).toISOString(), boundAt: PAID_AT.toISOString() }),
  check("R8", { seconds: 600, friendsIn24Hours: 1, medianPerDay: 0 }),
  check("R9", { rewardsBefore: 9, accountDays: 90 }),
  check("R10", { amountMinor: "1000", sum30DaysMinor: "1000", twoAdmins: false }),
  check("R11", { takenBack: 0, ofRewards: 9 }),
  check("R14", { accountChangedAt: null }),
  check("R17", { withoutClick: 0, ofFriends: 9 }),
  check("R19", { circle: "none" }),
];
const others = (rule: string) => ORDINARY.filter((one) => one.rule !== rule);

let count = 0;
const aReward = (over: Partial<PastReward> = {}): PastReward => ({
  rewardId: `rwd_${++count}`, championId: "chp_anna", paidAt: PAID_AT, grantedAt: PAID_AT, settlesAt: null,
  grantedMinor: 1_000n, paidMinor: 8_000n, approval: null, refused: false, checks: ORDINARY, takenBack: [], ...over,
});
const refundAfter = (days: number, takenBackMinor = 8_000n) => [{ at: after(days), rank: "1", takenBackMinor }];

function coursesOf(rewards: readonly PastReward[], policy: Policy): Course[] {
  const work = simulatePolicy(rewards, policy, CALENDAR);
  for (let step = work.next(); ; step = work.next()) if (step.done) return step.value;
}
const compare = (rewards: readonly PastReward[], tried: Policy) => comparePolicies(rewards, coursesOf(rewards, PRESENT), coursesOf(rewards, tried));

describe("a policy over past rewards", () => {
  it("lets go at the end of the hold what nobody doubts, and not before the money is there (W9)", () => {
    const [plain, unsettled] = coursesOf([aReward(), aReward({ settlesAt: after(20) })], PRESENT);
    expect(plain).toEqual({ by: "clock", leavesAt: after(14), leavesMinor: 1_000n, lostMinor: 0n });
    expect(unsettled?.leavesAt).toEqual(after(20));
  });

  it("asks a person above each limit, two above the second, and sums what the machine approved before (W12)", () => {
    const amounts = [4_000n, 6_000n, 60_000n];
    expect(coursesOf(amounts.map((grantedMinor) => aReward({ grantedMinor })), PRESENT).map(({ by }) => by)).toEqual(["clock", "person", "two"]);
    const many = Array.from({ length: 7 }, () => aReward({ grantedMinor: 4_000n }));
    expect(coursesOf(many, PRESENT).filter(({ by }) => by === "clock")).toHaveLength(6);
  });

  it("goes by the approval of the rule that gave it, where that has one (W11)", () => {
    const [once, person] = coursesOf([aReward({ approval: "immediate" }), aReward({ approval: "manual" })], PRESENT);
    expect([once?.by, once?.leavesAt, person?.by]).toEqual(["clock", PAID_AT, "person"]);
  });

  it("judges again what the rules had compared", () => {
    const early = aReward({ checks: [...others("R9"), check("R9", { rewardsBefore: 2, accountDays: 90 })] });
    const by = (policy: Policy) => coursesOf([early], policy)[0]?.by;
    expect([by(under({}, { level: "relaxed" })), by(PRESENT), by(under({}, { adviceOnly: ["R9"] }))]).toEqual(["clock", "person", "clock"]);
    const own = aReward({ checks: [...others("R1"), check("R1", { same: "customer" })] });
    expect(coursesOf([own], PRESENT)[0]).toEqual({ by: "nobody", leavesAt: null, leavesMinor: 0n, lostMinor: 0n });
  });
});

describe("two policies beside each other", () => {
  it("a longer hold catches what is refunded meanwhile, and says whom it keeps waiting and how long", () => {
    const rewards = [aReward(), aReward({ takenBack: refundAfter(20) }), aReward({ championId: "chp_bob" })];
    expect(compare(rewards, under({ holdDays: 30 }))).toMatchObject({
      present: { paid: { rewards: 3, amountMinor: 3_000n }, lost: { rewards: 1, amountMinor: 1_000n } },
      tried: { paid: { rewards: 2, amountMinor: 2_000n }, lost: { rewards: 0 } },
      caught: { rewards: 1, amountMinor: 1_000n },
      missed: { rewards: 0 },
      later: { champions: 2, middleDays: 16, mostDays: 16 },
      sooner: { champions: 0 },
    });
  });

  it("a shorter one misses it, and a part that was taken back counts as that part", () => {
    const rewards = [aReward({ takenBack: refundAfter(10, 4_000n) })];
    expect(compare(rewards, under({ holdDays: 7 }))).toMatchObject({
      missed: { rewards: 1, amountMinor: 500n }, sooner: { champions: 1, mostDays: 7 }, tried: { paid: { amountMinor: 1_000n } },
    });
  });

  it("what a person refused stays refused where one is asked, and is let through where none is", () => {
    const rewards = [aReward({ grantedMinor: 6_000n, refused: true })];
    const { present, tried } = compare(rewards, under({ autoApproveEachMinor: 10_000n, autoApprove30DaysMinor: 50_000n }));
    expect(present).toMatchObject({ paid: { rewards: 0 }, letThrough: { rewards: 0 }, byPerson: 1 });
    expect(tried).toMatchObject({ letThrough: { rewards: 1, amountMinor: 6_000n }, byPerson: 0 });
  });

  it("changes nothing where nothing is changed", () => {
    const rewards = [aReward(), aReward({ takenBack: refundAfter(20) }), aReward({ refused: true, grantedMinor: 9_000n })];
    const { present, tried, later, sooner, caught, missed } = compare(rewards, PRESENT);
    expect(tried).toEqual(present);
    expect([later.champions, sooner.champions, caught.rewards, missed.rewards]).toEqual([0, 0, 0, 0]);
  });
});
