import { describe, expect, it } from "vitest";
import { missingForPayout, payoutObstacle, type PayoutAccount } from "./payout-account";

const now = new Date("2026-12-03T09:00:00Z");
const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 3_600_000);
const ready: PayoutAccount = { detailsSubmitted: true, transfersReady: true, last4: "3000", detailsChangedAt: null, closedAt: null, destinationHash: "bank-1", failedDestinationHash: null };

describe("payoutObstacle", () => {
  it.each([
    ["no account", null, "payout_details_missing"],
    ["details not filled in", { ...ready, detailsSubmitted: false }, "payout_details_missing"],
    ["an account that left", { ...ready, closedAt: hoursAgo(1) }, "payout_details_missing"],
    ["Stripe still checks", { ...ready, transfersReady: false }, "identity_check"],
    ["another bank account since 71 hours (F37)", { ...ready, detailsChangedAt: hoursAgo(71) }, "payout_details_changed"],
    ["another bank account since 72 hours", { ...ready, detailsChangedAt: hoursAgo(72) }, undefined],
    ["a bank that sent the last payout back (M16)", { ...ready, failedDestinationHash: "bank-1", transfersReady: false }, "payout_failed"],
    ["another bank than the one that sent it back", { ...ready, failedDestinationHash: "bank-0" }, undefined],
    ["all in order", ready, undefined],
  ])("%s", (_, account, reason) => {
    expect(payoutObstacle(account, now)?.reason).toBe(reason);
  });

  it("says when the 72 hours are over", () => {
    expect(payoutObstacle({ ...ready, detailsChangedAt: hoursAgo(24) }, now)?.until).toEqual(hoursAgo(-48));
  });
});

it.each([
  [1_000n, 999n, 1n],
  [1_000n, 1_000n, 0n],
  [1_000n, 4_000n, 0n],
  [0n, 0n, 0n],
  [1_000n, 0n, 0n],
  [1_000n, -500n, 0n],
])("of %s needed and %s ready, %s is missing (M14)", (minimumMinor, readyMinor, missing) => {
  expect(missingForPayout({ minimumMinor, readyMinor })).toBe(missing);
});
