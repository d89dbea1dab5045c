import { beforeAll, describe, expect, it } from "vitest";
import { auditLedger } from "~/ledger/audit-ledger.server";
import { championPayable, STRIPE_CREDIT_ISSUED } from "~/ledger/chart-of-accounts";
import { adjustRewardForRefunds } from "~/rewards/adjust-reward-for-refunds.server";
import { auditRewards } from "~/rewards/audit-rewards.server";
import { showSetOff } from "./show-set-off.server";
import { showStatement } from "./show-statement.server";
import { payoutStage, type PayoutStage } from "~/testing/builders/payouts";

let stage: PayoutStage;
beforeAll(async () => {
  stage = await payoutStage();
});

const NO_CAP = { capPer30DaysMinor: null };

async function refund(conversionId: string, takenBackMinor: bigint) {
  const cause = takenBackMinor === 8_000n ? ("refund_full" as const) : ("refund_partial" as const);
  const facts = { paidMinor: 8_000n, takenBackMinor, cause, factKey: "re_1" };
  await adjustRewardForRefunds({ conversionId, ...facts }, stage);
}

const mailsAbout = async (subjectId: string) =>
  (await stage.read((tx) => tx.mail.findMany({ where: { subjectId } }))).map(({ template }) => template);

const creditOf = async (customerId: string) => {
  const customer = await stage.stripe.customers.retrieve(customerId);
  return customer.deleted ? null : -customer.balance;
};

describe("netting (M5, M12)", () => {
  it("settles an older receivable with the next reward, and nothing leaves the house when it swallows all", async () => {
    const owner = await stage.customerChampion(NO_CAP);
    const first = await stage.payable(owner);
    await stage.fulfil(first.instructionId);
    await refund(first.reward.conversionId, 8_000n);
    expect(await stage.rewardOf(first.reward.id)).toMatchObject({
      status: "reversed",
      reason: "refund_full",
    });
    expect(await stage.balance(championPayable(owner.champion.id))).toBe(1000n);

    const second = await stage.payable(owner);
    await stage.fulfil(second.instructionId);
    const swallowed = { status: "confirmed", amountMinor: 0n, nettedMinor: 1000n };
    expect(await stage.instruction(second.instructionId)).toMatchObject(swallowed);
    expect(await stage.rewardOf(second.reward.id)).toMatchObject({ status: "paid" });
    expect(await mailsAbout(second.reward.id)).toEqual(["reward_set_off"]);

    const third = await stage.payable(owner);
    await stage.fulfil(third.instructionId);
    expect(await stage.instruction(third.instructionId)).toMatchObject({
      amountMinor: 1000n,
      nettedMinor: 0n,
    });
    expect(await creditOf(owner.customerId)).toBe(2000);
    expect(await stage.balance(championPayable(owner.champion.id))).toBe(0n);
    expect(await mailsAbout(third.reward.id)).toEqual(["reward_issued"]);
  });

  it("tells the champion on the reward's page and on the statement what was set off and what is left", async () => {
    const owner = await stage.customerChampion(NO_CAP);
    const { id: championId } = owner.champion;
    const [one, two] = [await stage.payable(owner), await stage.payable(owner)];
    for (const { instructionId } of [one, two]) await stage.fulfil(instructionId);
    for (const { reward } of [one, two]) await refund(reward.conversionId, 8_000n);
    const third = await stage.payable(owner);
    const due = () => showSetOff({ championId, rewardId: third.reward.id, currency: "EUR" }, stage);
    expect(await due()).toEqual({ setOffMinor: 0n, receivedMinor: null, returnedMinor: 0n, openMinor: 2000n });
    await stage.fulfil(third.instructionId);
    expect(await due()).toEqual({ setOffMinor: 1000n, receivedMinor: 0n, returnedMinor: 0n, openMinor: 1000n });
    const { totals } = await showStatement({ championId, zone: "UTC" }, stage);
    expect(totals).toMatchObject([{ currency: "EUR", openMinor: 1000n }]);
  });

  it("ends right whichever comes first, the refund or the hand-over (F15)", async () => {
    for (let i = 0; i < 6; i++) {
      const owner = await stage.customerChampion(NO_CAP);
      const { reward, instructionId } = await stage.payable(owner);
      await Promise.all([stage.fulfil(instructionId), refund(reward.conversionId, 4_000n)]);
      const { amountMinor } = await stage.instruction(instructionId);
      expect([500n, 1000n]).toContain(amountMinor);
      expect(await stage.balance(championPayable(owner.champion.id))).toBe(amountMinor - 500n);
      // Whatever was handed over too much is settled by the next one.
      const next = await stage.payable(owner);
      await stage.fulfil(next.instructionId);
      expect(await creditOf(owner.customerId)).toBe(1500);
    }
  }, 90_000);

  it("gives back with the next hand-over what a failed refund restores (I16)", async () => {
    const owner = await stage.customerChampion(NO_CAP);
    const { reward, instructionId } = await stage.payable(owner);
    await refund(reward.conversionId, 2_000n);
    await stage.fulfil(instructionId);
    await refund(reward.conversionId, 0n);
    const next = await stage.payable(owner);
    await stage.fulfil(next.instructionId);
    const carried = { amountMinor: 1250n, nettedMinor: -250n };
    expect(await stage.instruction(next.instructionId)).toMatchObject(carried);
    expect(await creditOf(owner.customerId)).toBe(2000);
  });
});

it("leaves books that agree with every reward and with what was handed over (I32)", async () => {
  expect(await stage.read(async (tx) => [...(await auditLedger(tx)), ...(await auditRewards(tx))])).toEqual(
    [],
  );
  const where = { status: "confirmed" as const, rail: "stripe_balance" };
  const { _sum } = await stage.read((tx) => tx.instruction.aggregate({ where, _sum: { amountMinor: true } }));
  expect(await stage.balance(STRIPE_CREDIT_ISSUED)).toBe(-(_sum.amountMinor ?? 0n));
});
