import { beforeAll, describe, expect, it } from "vitest";
import { disputeEffect } from "~/commerce/dispute-state";
import { newId } from "~/platform/ids";
import { aConversion, aRewardedChampion } from "~/testing/builders/rewards";
import { testDatabase, type TestDatabase } from "~/testing/test-database";
import { readOverview } from "./read-overview.server";

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});

const STATUSES = ["needs_response", "under_review", "warning_closed", "prevented", "lost", "won", "appeal_under_review", "brand_new"];
const STATES = STATUSES.flatMap((status) => [true, false].map((fundsWithdrawn) => ({ status, fundsWithdrawn })));

describe("the revenue of a disputed sale", () => {
  it.each(STATES)("is gone exactly when its reward is taken back: $status, withdrawn $fundsWithdrawn (M8)", async (state) => {
    const owner = await aRewardedChampion(test);
    const { purchase } = await aConversion(test, owner);
    const now = test.clock.now();
    const dispute = { id: newId("dsp"), key: newId("dsp"), paymentKey: purchase.key, amountMinor: 8_000n, currency: "EUR" };
    await test.db.transaction("a-dispute", (tx) =>
      tx.dispute.create({ data: { ...dispute, ...state, occurredAt: now, recordedAt: now } }),
    );
    const from = new Date(now.getTime() - 86_400_000);
    const until = new Date(now.getTime() + 86_400_000);
    const selection = { from, until, programId: null, championId: owner.champion.id, channel: null, label: null };
    const { overview } = await readOverview(selection, test);
    expect(overview.funnel.revenue.amountMinor).toBe(disputeEffect(state) === "taken" ? 0n : 8_000n);
  });
});
