import { beforeAll, describe, expect, it } from "vitest";
import { championPayable } from "~/ledger/chart-of-accounts";
import { extendChain } from "~/ledger/extend-chain.server";
import { auditRewards } from "~/rewards/audit-rewards.server";
import { payoutStage, type PayoutStage } from "~/testing/builders/payouts";
import { aRewardedChampion } from "~/testing/builders/rewards";
import { TestClock } from "~/testing/test-clock";
import { expireRewards } from "./expire-rewards.server";

let stage: PayoutStage;
beforeAll(async () => {
  stage = await payoutStage();
});

/** A reward that could have left on 3 December 2026, had there been a bill. */
async function kept(keepMonths: number | null) {
  const owner = await aRewardedChampion(stage, { keepMonths });
  const { reward, instructionId } = await stage.payable(owner);
  await stage.fulfil(instructionId);
  return { owner, instructionId, id: reward.id };
}

const runsAt = (moment: string) => expireRewards({ db: stage.db, clock: new TestClock(moment) });
const mailsAbout = (subjectId: string) =>
  stage.read(async (tx) => (await tx.mail.findMany({ where: { subjectId }, orderBy: { id: "asc" } })).map(({ template }) => template));

describe("a reward with nothing it could come off (W17)", () => {
  it("is told about 30 days before, lapses once, and is owed no longer; however many look at once", async () => {
    const { id, owner, instructionId } = await kept(12);
    await runsAt("2027-11-02T09:00:00Z");
    expect(await mailsAbout(id)).not.toContain("reward_expiring");

    await Promise.all(Array.from({ length: 4 }, () => runsAt("2027-11-03T09:00:00Z")));
    await runsAt("2027-12-02T09:00:00Z");
    expect((await mailsAbout(id)).filter((template) => template === "reward_expiring")).toHaveLength(1);
    expect(await stage.rewardOf(id)).toMatchObject({ status: "payable", dueMinor: 1_000n });
    expect(await stage.balance(championPayable(owner.champion.id))).toBe(-1_000n);

    await Promise.all(Array.from({ length: 4 }, () => runsAt("2027-12-03T09:00:00Z")));
    expect(await stage.rewardOf(id)).toMatchObject({ status: "expired", reason: "nothing_to_credit_12m", dueMinor: 0n });
    expect(await stage.balance(championPayable(owner.champion.id))).toBe(0n);
    expect((await mailsAbout(id)).filter((template) => template === "reward_expired")).toHaveLength(1);
    const where = { object: id, action: "reward.expired" };
    expect(await stage.read((tx) => tx.auditEntry.count({ where }))).toBe(1);

    await stage.fulfil(instructionId);
    expect(await stage.instruction(instructionId)).toMatchObject({ status: "cancelled" });
    await extendChain(stage);
    expect(await stage.read((tx) => auditRewards(tx))).toEqual([]);
  });

  it("is kept for good where the version it was given under says so (W2)", async () => {
    const { id } = await kept(null);
    await runsAt("2040-01-01T09:00:00Z");
    expect(await stage.rewardOf(id)).toMatchObject({ status: "payable", reason: "nothing_to_credit" });
  });

  it("leaves as soon as there is a bill, also after it was told that it lapses", async () => {
    const { id, owner, instructionId } = await kept(12);
    await runsAt("2027-11-10T09:00:00Z");
    const customer = await stage.stripe.customers.create({ email: `${owner.person.id}@example.test` });
    const known = { id: `cst_${owner.person.id.slice(4)}`, stripeCustomerId: customer.id, personId: owner.person.id, knownSince: stage.clock.now() };
    await stage.read((tx) => tx.customer.create({ data: known }));
    await stage.fulfil(instructionId);
    await runsAt("2027-12-20T09:00:00Z");
    expect(await stage.rewardOf(id)).toMatchObject({ status: "paid", dueMinor: 1_000n });
  });
});
