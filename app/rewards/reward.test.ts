import { describe, expect, it } from "vitest";
import { REWARD_STATUSES, isAllowedStep, statusAfterAdjustment, type RewardStatus } from "./reward";

/** I17, written out once more as the rulebook tells it, with the undo inside the hold. */
const ALLOWED = new Set([
  "pending>held",
  "pending>approved",
  "pending>rejected",
  "held>approved",
  "held>rejected",
  "approved>payable",
  "payable>in_transit",
  "in_transit>paid",
  "payable>expired",
  "in_transit>payable",
  "paid>payable",
  "approved>held",
  "payable>held",
  "rejected>pending",
  "approved>pending",
  "pending>reversed",
  "held>reversed",
  "approved>reversed",
  "payable>reversed",
  "paid>partly_reversed",
  "paid>reversed",
  "partly_reversed>reversed",
  "partly_reversed>paid",
  "partly_reversed>payable",
  "reversed>paid",
  "reversed>partly_reversed",
  "reversed>pending",
  "reversed>held",
  "reversed>approved",
]);

describe("I17", () => {
  const pairs = REWARD_STATUSES.flatMap((from) =>
    REWARD_STATUSES.filter((to) => to !== from).map((to) => [from, to] as const),
  );

  it.each(pairs)("%s -> %s", (from, to) => {
    expect(isAllowedStep(from, to)).toBe(ALLOWED.has(`${from}>${to}`));
  });

  it("never pays without having been payable and in transit", () => {
    const before = (status: RewardStatus) =>
      REWARD_STATUSES.filter((from) => from !== status && isAllowedStep(from, status));
    expect(before("in_transit")).toEqual(["payable"]);
    expect(before("paid")).toEqual(["in_transit", "partly_reversed", "reversed"]);
  });
});

describe("after a refund or its failure (M5, I16)", () => {
  const before = { settledMinor: null, statusBeforeReversal: null };

  it.each<[RewardStatus, bigint, RewardStatus]>([
    ["pending", 700n, "pending"],
    ["pending", 0n, "reversed"],
    ["held", 0n, "reversed"],
    ["approved", 300n, "approved"],
    ["payable", 0n, "reversed"],
    ["in_transit", 0n, "in_transit"],
    ["rejected", 0n, "rejected"],
    ["expired", 0n, "expired"],
  ])("%s with %s due becomes %s", (status, dueMinor, expected) => {
    expect(statusAfterAdjustment({ ...before, status, dueMinor })).toBe(expected);
  });

  it.each<[RewardStatus, bigint, bigint, RewardStatus]>([
    ["paid", 1000n, 0n, "reversed"],
    ["paid", 1000n, 600n, "partly_reversed"],
    ["partly_reversed", 1000n, 0n, "reversed"],
    ["partly_reversed", 1000n, 1000n, "paid"],
    ["reversed", 1000n, 400n, "partly_reversed"],
    ["reversed", 1000n, 1000n, "paid"],
    // A first refund came before the payment: 700 was handed over, and nothing of it came back.
    ["paid", 700n, 700n, "paid"],
    ["paid", 0n, 0n, "paid"],
  ])("%s after %s was handed over, with %s due, becomes %s", (status, settledMinor, dueMinor, expected) => {
    expect(statusAfterAdjustment({ ...before, status, dueMinor, settledMinor })).toBe(expected);
  });

  it.each<[RewardStatus, RewardStatus]>([
    ["pending", "pending"],
    ["held", "held"],
    ["approved", "approved"],
    ["payable", "approved"],
  ])("restores to where a reversed one stood: %s becomes %s", (statusBeforeReversal, expected) => {
    expect(
      statusAfterAdjustment({
        status: "reversed",
        dueMinor: 1000n,
        settledMinor: null,
        statusBeforeReversal,
      }),
    ).toBe(expected);
  });
});
