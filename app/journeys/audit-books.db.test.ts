import { beforeAll, describe, expect, it } from "vitest";
import { adjustRewardForRefunds } from "~/rewards/adjust-reward-for-refunds.server";
import { auditRefunds } from "~/rewards/audit-refunds.server";
import { aReward } from "~/testing/builders/rewards";
import { testDatabase, type TestDatabase } from "~/testing/test-database";
import { auditBooks } from "./audit-books.server";

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});

/** A refund as the provider told it, without anything having been done about it. */
async function aRefund(conversionId: string, amountMinor: bigint) {
  return await test.db.transaction("a-refund", async (tx) => {
    const { purchaseId } = await tx.conversion.findUniqueOrThrow({ where: { id: conversionId } });
    const { key: paymentKey } = await tx.purchase.findUniqueOrThrow({ where: { id: purchaseId ?? "" } });
    const at = { occurredAt: test.clock.now(), recordedAt: test.clock.now() };
    const refund = { id: `rfd_${paymentKey}`, key: `re_${paymentKey}`, paymentKey, kind: "refund", currency: "EUR", amountMinor };
    return await tx.refund.create({ data: { ...refund, status: "succeeded", ...at } });
  });
}

const settle = (conversionId: string, takenBackMinor: bigint) =>
  adjustRewardForRefunds(
    { conversionId, paidMinor: 8_000n, takenBackMinor, cause: "refund_partial", factKey: "re_1:succeeded" },
    test,
  );
const found = async () => (await auditBooks({}, test)).findings.length;
const refundFindings = () => test.db.transaction("audit", (tx) => auditRefunds(tx));

describe("auditBooks", () => {
  it("finds nothing in honest books, and a reward whose amount was changed behind the book's back", async () => {
    const { id } = await aReward(test);
    expect(await found()).toBe(0);
    await test.db.transaction("tamper", (tx) => tx.reward.update({ where: { id }, data: { dueMinor: 1n } }));
    // Neither the facts, nor the book, nor the refunds agree with it any more (I13, I14, I15).
    expect(await found()).toBe(3);
    await test.db.transaction("mend", (tx) => tx.reward.update({ where: { id }, data: { dueMinor: 1_000n } }));
    expect(await found()).toBe(0);
  });

  it("finds a refund that no reward has heard of, or only in part (I15)", async () => {
    const { id: rewardId, conversionId } = await aReward(test);
    await aRefund(conversionId, 2_000n);
    expect(await refundFindings()).toEqual([
      { invariant: "I15", rewardId, detail: "2000 of 8000 went back, which leaves 750; 1000 stands" },
    ]);
    await settle(conversionId, 1_000n);
    expect(await refundFindings()).toMatchObject([{ rewardId, detail: "2000 of 8000 went back, which leaves 750; 875 stands" }]);
    await settle(conversionId, 2_000n);
    expect(await refundFindings()).toEqual([]);
  });

  it("finds what was taken back of a reward without any refund, though reward and book agree (I15)", async () => {
    const { id: rewardId, conversionId } = await aReward(test);
    await settle(conversionId, 4_000n);
    expect(await refundFindings()).toMatchObject([{ rewardId }]);
    expect(await found()).toBe(1);
  });
});
