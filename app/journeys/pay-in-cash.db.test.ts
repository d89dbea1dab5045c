import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { championPayable, TRANSFER_ISSUED } from "~/ledger/chart-of-accounts";
import { auditLedger } from "~/ledger/audit-ledger.server";
import { auditInstructions } from "~/fulfilment/audit-instructions.server";
import { auditRewards } from "~/rewards/audit-rewards.server";
import { payoutStage, type PayoutStage } from "~/testing/builders/payouts";
import { beginPayoutDetails } from "./begin-payout-details.server";
import { compareWithStripe } from "./compare-with-stripe.server";
import { notePayoutAccount } from "./note-payout-account.server";
import { readPayoutAccount } from "~/platform/gateways/stripe-payouts.server";
import { releaseHolds } from "./release-holds.server";
import { showPayout } from "./show-payout.server";

let stage: PayoutStage;
beforeAll(async () => {
  stage = await payoutStage();
  await stage.fund();
});
beforeEach(() => stage.sandbox.control("DELETE", "/faults"));

const HOUR_MS = 3_600_000;
const parts = () => ({ db: stage.db, clock: stage.afterHold, stripe: stage.stripe });
const mailsTo = async (personId: string) =>
  (await stage.read((tx) => tx.mail.findMany({ where: { personId } }))).map(({ template }) => template);

describe("a reward in cash (F39)", () => {
  it("is transferred to the champion's own account, booked and mailed once", async () => {
    const owner = await stage.cashChampion();
    const issued = await stage.balance(TRANSFER_ISSUED);
    const { reward, instructionId } = await stage.payable(owner);
    await stage.fulfil(instructionId);
    const done = await stage.instruction(instructionId);
    expect(done).toMatchObject({ status: "confirmed", amountMinor: 1000n, attempts: 1 });
    const transfer = await stage.stripe.transfers.retrieve(done.providerRef!);
    expect(transfer).toMatchObject({ amount: 1000, currency: "eur", destination: owner.accountId, transfer_group: instructionId });
    expect(await stage.rewardOf(reward.id)).toMatchObject({ status: "paid", paidAt: stage.afterHold.now() });
    expect(await stage.balance(championPayable(owner.champion.id))).toBe(0n);
    expect(await stage.balance(TRANSFER_ISSUED)).toBe(issued - 1000n);
    expect((await mailsTo(owner.person.id)).filter((one) => one === "reward_issued")).toHaveLength(1);
  });

  const KINDS = [
    "refuse", "reset_before", "reset_after", "error_500_before", "error_500_after", "error_429", "error_409", "hang_before", "hang_after",
    "garbage_json", "truncated", "wrong_content_type",
  ];
  it.each(KINDS)("has one effect per intent after %s (F10, F33)", async (kind) => {
    const { reward, instructionId } = await stage.payable(await stage.cashChampion());
    await stage.sandbox.control("POST", "/faults", { kind, method: "POST", path: "/v1/transfers", ms: 700 });
    const key = (await stage.instruction(instructionId)).idempotencyKey;
    if (kind === "error_500_before") {
      expect(await stage.settled(instructionId)).toBe("rejected");
      await stage.sandbox.control("POST", "/clock", { advanceMs: 25 * HOUR_MS });
    }
    await expect.poll(() => stage.settled(instructionId), { timeout: 20_000, interval: 200 }).toBe("fulfilled");
    expect(await stage.effects(instructionId)).toHaveLength(1);
    expect(await stage.instruction(instructionId)).toMatchObject({ status: "confirmed", idempotencyKey: key });
    expect(await stage.rewardOf(reward.id)).toMatchObject({ status: "paid" });
  });

  it("is sent once when it is told eight times at once", async () => {
    const { instructionId } = await stage.payable(await stage.cashChampion());
    await Promise.allSettled(Array.from({ length: 8 }, () => stage.fulfil(instructionId)));
    await stage.settled(instructionId);
    expect(await stage.effects(instructionId)).toHaveLength(1);
  });

  it("waits with its reason until the champion said where to, asks once, and goes by itself then", async () => {
    const owner = await stage.cashChampion({ ready: false });
    const { reward, instructionId } = await stage.payable(owner);
    await stage.fulfil(instructionId);
    await stage.fulfil(instructionId);
    expect(await stage.rewardOf(reward.id)).toMatchObject({ status: "payable", reason: "payout_details_missing" });
    expect((await mailsTo(owner.person.id)).filter((one) => one === "payout_details_needed")).toHaveLength(1);
    expect(await stage.effects(instructionId)).toEqual([]);
    await owner.onboard();
    const told = await readPayoutAccount(owner.accountId, stage.stripe);
    await stage.read((tx) => notePayoutAccount(tx, { accountId: owner.accountId, told }, stage.afterHold));
    expect(await stage.instruction(instructionId)).toMatchObject({ nextTryAt: stage.afterHold.now() });
    await stage.fulfil(instructionId);
    expect(await stage.rewardOf(reward.id)).toMatchObject({ status: "paid" });
  });

  it("waits 72 hours after another bank account was given, told or found out, and its owner is told (F37)", async () => {
    const owner = await stage.cashChampion();
    const first = await stage.payable(owner);
    await stage.fulfil(first.instructionId);
    // Nobody heard of it: it is found out right before the payment.
    await owner.onboard();
    const second = await stage.payable(owner);
    await stage.fulfil(second.instructionId);
    const until = new Date(stage.afterHold.now().getTime() + 72 * HOUR_MS);
    expect(await stage.rewardOf(second.reward.id)).toMatchObject({ status: "payable", reason: "payout_details_changed" });
    expect(await stage.instruction(second.instructionId)).toMatchObject({ status: "intended", nextTryAt: until });
    expect((await mailsTo(owner.person.id)).filter((one) => one === "payout_details_changed")).toHaveLength(1);
    expect(await stage.effects(second.instructionId)).toEqual([]);
    stage.afterHold.advance({ hours: 72 });
    await stage.fulfil(second.instructionId);
    expect(await stage.rewardOf(second.reward.id)).toMatchObject({ status: "paid" });
  });

  it("waits until all that may leave is enough, and then leaves as a whole (M14)", async () => {
    const owner = await stage.cashChampion({ minimumPayoutMinor: 2_500n });
    const shown = () => showPayout({ championId: owner.champion.id, personId: owner.person.id }, parts());
    const all = [await stage.payable(owner), await stage.payable(owner)];
    for (const { instructionId } of all) await stage.fulfil(instructionId);
    for (const { reward } of all) expect(await stage.rewardOf(reward.id)).toMatchObject({ status: "payable", reason: "below_minimum_payout" });
    expect(await shown()).toMatchObject({ readyMinor: 2_000n, missingMinor: 500n, minimumMinor: 2_500n, obstacle: null });
    const third = await stage.payable(owner);
    await stage.fulfil(third.instructionId);
    expect(await stage.rewardOf(third.reward.id)).toMatchObject({ status: "paid" });
    await releaseHolds(parts());
    for (const { instructionId, reward } of all) {
      await stage.fulfil(instructionId);
      expect(await stage.rewardOf(reward.id)).toMatchObject({ status: "paid" });
    }
    expect(await shown()).toMatchObject({ readyMinor: 0n, missingMinor: 0n });
  });

  it("waits for another account after the one there was cut its tie", async () => {
    const owner = await stage.cashChampion();
    const { person } = owner;
    await stage.fulfil((await stage.payable(owner)).instructionId);
    await stage.sandbox.control("POST", `/accounts/${owner.accountId}/deauthorize`);
    const { reward, instructionId } = await stage.payable(owner);
    await stage.fulfil(instructionId);
    expect(await stage.rewardOf(reward.id)).toMatchObject({ status: "payable", reason: "payout_details_missing" });
    await beginPayoutDetails({ personId: person.id, returnUrl: "http://localhost/portal" }, parts());
    const row = await stage.read((tx) => tx.payoutAccount.findUniqueOrThrow({ where: { personId: person.id } }));
    expect(row).toMatchObject({ closedAt: null, detailsSubmitted: false });
    expect(row.stripeAccountId).not.toBe(owner.accountId);
    await stage.sandbox.control("POST", `/accounts/${row.stripeAccountId}/onboard`);
    await stage.fulfil(instructionId);
    expect(await stage.rewardOf(reward.id)).toMatchObject({ reason: "payout_details_changed" });
  });

  it("agrees with Stripe at night, and a transfer that is missing or nobody knows is found (M18)", async () => {
    const owner = await stage.cashChampion();
    const { instructionId } = await stage.payable(owner);
    await stage.fulfil(instructionId);
    await compareWithStripe(parts());
    const open = () => stage.read((tx) => tx.drift.findMany({ where: { closedAt: null, kind: { startsWith: "transfer" } } }));
    expect(await open()).toEqual([]);
    await stage.read((tx) => tx.instruction.update({ where: { id: instructionId }, data: { providerRef: "tr_nowhere" } }));
    await compareWithStripe(parts());
    expect((await open()).map(({ kind }) => kind).sort()).toEqual(["transfer_missing", "transfer_twice"]);
  });

  it("leaves books in which the audits find nothing", async () => {
    expect(await stage.read((tx) => auditLedger(tx))).toEqual([]);
    expect(await stage.read((tx) => auditRewards(tx))).toEqual([]);
    expect(await stage.read((tx) => auditInstructions(tx, 10))).toEqual([]);
  });
});
