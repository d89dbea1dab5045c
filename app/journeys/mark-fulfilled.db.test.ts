import { beforeAll, describe, expect, it } from "vitest";
import { championPayable, OWN_PAYOUT_ISSUED } from "~/ledger/chart-of-accounts";
import { auditLedger } from "~/ledger/audit-ledger.server";
import { auditRewards } from "~/rewards/audit-rewards.server";
import { createApiKey } from "~/identity/create-api-key.server";
import { holdForDispute } from "~/rewards/hold-for-dispute.server";
import { aReward, aRewardedChampion, type RewardedChampion } from "~/testing/builders/rewards";
import { payoutStage, type PayoutStage } from "~/testing/builders/payouts";
import { waitingJobs } from "~/testing/waiting-jobs";
import { markFulfilled } from "./mark-fulfilled.server";
import { readOwnPayout } from "./read-own-payout.server";

let stage: PayoutStage;
let shop: string;
beforeAll(async () => {
  stage = await payoutStage();
  shop = `api:${(await createApiKey({ name: "shop", scopes: ["decide"], by: "person:psn_admin" }, stage)).id}`;
});

const anOwner = () => aRewardedChampion(stage, { rail: "own_payout" });
const parts = () => ({ db: stage.db, clock: stage.afterHold });
const mark = async (rewardId: string, amountMinor = 1_000n, reference = "pay-1", by = shop) =>
  (await markFulfilled({ items: [{ rewardId, amountMinor, reference }], by }, parts()))[0];
const mailsTo = async ({ person }: RewardedChampion) =>
  (await stage.read((tx) => tx.mail.findMany({ where: { personId: person.id } }))).map(({ template }) => template);

describe("a reward that the host's own system pays (F40)", () => {
  it("waits for its word, is booked and mailed once, and says who told it", async () => {
    const owner = await anOwner();
    const { reward, instructionId } = await stage.payable(owner);
    expect(await waitingJobs(stage, "carry-out-instruction")).toEqual([]);
    expect(await readOwnPayout(reward.id, stage)).toBe(1_000n);
    const issued = await stage.balance(OWN_PAYOUT_ISSUED);
    const first = await mark(reward.id);
    expect(first).toMatchObject({ outcome: "fulfilled" });
    expect(await mark(reward.id)).toEqual(first);
    expect(await stage.rewardOf(reward.id)).toMatchObject({ status: "paid", paidAt: stage.afterHold.now() });
    expect(await stage.instruction(instructionId)).toMatchObject({ status: "confirmed", providerRef: "pay-1", amountMinor: 1_000n });
    expect(await stage.balance(championPayable(owner.champion.id))).toBe(0n);
    expect(await stage.balance(OWN_PAYOUT_ISSUED)).toBe(issued - 1_000n);
    expect((await mailsTo(owner)).filter((template) => template === "reward_issued")).toHaveLength(1);
    const steps = await stage.read((tx) => tx.rewardEvent.findMany({ where: { rewardId: reward.id, kind: "pay_reward" } }));
    expect(steps).toMatchObject([{ by: shop }]);
    expect(await readOwnPayout(reward.id, stage)).toBeNull();
  });

  it("is paid once when it is told eight times at once", async () => {
    const owner = await anOwner();
    const { reward } = await stage.payable(owner);
    const told = await Promise.all(Array.from({ length: 8 }, () => mark(reward.id)));
    expect(new Set(told.map((one) => one?.outcome))).toEqual(new Set(["fulfilled"]));
    expect(await stage.balance(championPayable(owner.champion.id))).toBe(0n);
    expect((await mailsTo(owner)).filter((template) => template === "reward_issued")).toHaveLength(1);
  });

  it("is not told otherwise, nor with another amount", async () => {
    const { reward } = await stage.payable(await anOwner());
    expect(await mark(reward.id, 999n)).toMatchObject({ outcome: "not_done", code: "amount_differs" });
    expect(await stage.rewardOf(reward.id)).toMatchObject({ status: "payable" });
    await mark(reward.id);
    for (const otherwise of [mark(reward.id, 1_000n, "pay-2"), mark(reward.id, 999n)]) {
      expect(await otherwise).toMatchObject({ outcome: "not_done", code: "idempotency_conflict" });
    }
  });

  it("is not paid before it may be, while it is disputed, at Stripe's place, or by somebody for themselves", async () => {
    const owner = await anOwner();
    const early = await aReward(stage, owner);
    expect(await mark(early.id)).toMatchObject({ code: "reward_step_refused" });
    const disputed = await stage.payable(owner);
    await holdForDispute({ conversionId: disputed.reward.conversionId, open: true, factKey: "dp_1:needs_response" }, parts());
    expect(await mark(disputed.reward.id)).toMatchObject({ code: "reward_step_refused" });
    const stripes = await stage.payable(await stage.customerChampion());
    expect(await mark(stripes.reward.id)).toMatchObject({ code: "not_your_payout" });
    const own = await stage.payable(await anOwner());
    const { personId } = await stage.read((tx) => tx.champion.findUniqueOrThrow({ where: { id: own.reward.championId } }));
    expect(await mark(own.reward.id, 1_000n, "pay-1", `person:${personId}`)).toMatchObject({ code: "forbidden" });
    expect(await mark("rwd_nothing")).toMatchObject({ code: "not_found" });
  });

  it("leaves books that balance", async () => {
    expect(await stage.read(async (tx) => [...(await auditLedger(tx)), ...(await auditRewards(tx))])).toEqual([]);
  });
});
