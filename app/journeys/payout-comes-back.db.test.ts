import { beforeAll, describe, expect, it } from "vitest";
import { keepInboxEvent } from "~/commerce/keep-inbox-event.server";
import { auditInstructions } from "~/fulfilment/audit-instructions.server";
import { auditLedger } from "~/ledger/audit-ledger.server";
import { championPayable } from "~/ledger/chart-of-accounts";
import { newId } from "~/platform/ids";
import { readPayoutAccount } from "~/platform/gateways/stripe-payouts.server";
import { auditRewards } from "~/rewards/audit-rewards.server";
import { payoutStage, type PayoutStage } from "~/testing/builders/payouts";
import { compareWithStripe } from "./compare-with-stripe.server";
import { notePayoutAccount } from "./note-payout-account.server";
import { releaseHolds } from "./release-holds.server";
import { showPayout } from "./show-payout.server";
import { takeInStripeEvent } from "./take-in-stripe-event.server";

let stage: PayoutStage;
beforeAll(async () => {
  stage = await payoutStage();
  await stage.fund();
});

const DAY_MS = 86_400_000;
const parts = () => ({ db: stage.db, clock: stage.afterHold, stripe: stage.stripe });
const openDrifts = () => stage.read((tx) => tx.drift.findMany({ where: { closedAt: null } }));
const mailsTo = async (personId: string) => (await stage.read((tx) => tx.mail.findMany({ where: { personId } }))).map(({ template }) => template);

/** Stripe tells of it, twice at once. */
async function told(type: string, object: unknown, account?: string): Promise<void> {
  const payload = Buffer.from(JSON.stringify({ data: { object }, ...(account && { account }) }));
  const eventId = `evt_${newId("evt")}`;
  await keepInboxEvent({ provider: "stripe", eventId, type, apiVersion: "2026-10-28.endive", occurredAt: stage.afterHold.now(), payload }, parts());
  const { id: inboxEventId } = await stage.read((tx) => tx.inboxEvent.findFirstOrThrow({ where: { eventId } }));
  await Promise.all([takeInStripeEvent({ inboxEventId }, parts()), takeInStripeEvent({ inboxEventId }, parts())]);
}

async function paid() {
  const owner = await stage.cashChampion({ capPer30DaysMinor: null });
  const { reward, instructionId } = await stage.payable(owner);
  await stage.fulfil(instructionId);
  return { owner, reward, instructionId, transferId: (await stage.instruction(instructionId)).providerRef ?? "" };
}

describe("a transfer that is taken back at Stripe (M16)", () => {
  it("makes the reward payable again, tells champion and desk, and is paid anew after a day", async () => {
    const { owner, reward, instructionId, transferId } = await paid();
    const reversal = await stage.stripe.transfers.createReversal(transferId);
    await told("transfer.reversed", { id: transferId });
    await told("transfer.reversed", { id: transferId });
    expect(await stage.rewardOf(reward.id)).toMatchObject({ status: "payable", reason: "payout_failed", paidAt: null });
    const until = new Date(stage.afterHold.now().getTime() + DAY_MS);
    expect(await stage.instruction(instructionId)).toMatchObject({ status: "intended", nextTryAt: until, error: "payout_failed" });
    expect(await stage.balance(championPayable(owner.champion.id))).toBe(-1000n);
    expect(await openDrifts()).toMatchObject([{ kind: "transfer_returned", object: reversal.id, rewardId: reward.id }]);
    expect((await mailsTo(owner.person.id)).filter((one) => one === "payout_returned")).toHaveLength(1);
    // A comparison leaves for a person what Stripe told, and finds no difference.
    expect(await compareWithStripe(parts())).toBe(0);
    expect(await openDrifts()).toHaveLength(1);
    stage.afterHold.advance({ hours: 24 });
    await releaseHolds(parts());
    await stage.fulfil(instructionId);
    expect(await stage.rewardOf(reward.id)).toMatchObject({ status: "paid" });
    expect(await stage.balance(championPayable(owner.champion.id))).toBe(0n);
    expect(await compareWithStripe(parts())).toBe(0);
  });

  it("in part goes along with the next payment", async () => {
    const { owner, reward, transferId } = await paid();
    await stage.stripe.transfers.createReversal(transferId, { amount: 400 });
    await told("transfer.reversed", { id: transferId });
    expect(await stage.rewardOf(reward.id)).toMatchObject({ status: "paid" });
    const next = await stage.payable(owner);
    await stage.fulfil(next.instructionId);
    expect(await stage.instruction(next.instructionId)).toMatchObject({ amountMinor: 1400n });
  });

  it("that nobody told of is found at night, and one of ours is no news", async () => {
    const { reward, transferId } = await paid();
    await stage.stripe.transfers.createReversal(transferId, { amount: 300 });
    await compareWithStripe(parts());
    expect((await openDrifts()).filter(({ object }) => object === transferId)).toMatchObject([{ kind: "return_differs", ours: "0 EUR", theirs: "300 EUR", rewardId: reward.id }]);
    const other = await paid();
    await stage.refund(other.reward.conversionId, 8_000n);
    await stage.reverse(other.reward.id);
    await told("transfer.reversed", { id: other.transferId });
    expect(await stage.reversalsOf(other.reward.id)).toHaveLength(1);
    expect((await openDrifts()).filter(({ rewardId }) => rewardId === other.reward.id)).toEqual([]);
  });
});

describe("a payout that the bank sends back (M16)", () => {
  it("is told once to champion and desk, and payments wait until there is another bank account", async () => {
    const { owner, reward } = await paid();
    const payout = await stage.stripe.payouts.create({ amount: 1000, currency: "eur" }, { stripeAccount: owner.accountId });
    await stage.sandbox.control("POST", `/payouts/${payout.id}/settle`, { outcome: "failed" });
    await told("payout.failed", payout, owner.accountId);
    await told("payout.failed", payout, owner.accountId);
    expect((await mailsTo(owner.person.id)).filter((one) => one === "payout_failed")).toHaveLength(1);
    expect(await openDrifts()).toContainEqual(expect.objectContaining({ kind: "payout_failed", object: payout.id, theirs: "1000 EUR, account_closed" }));
    // The money is with them at Stripe: nothing is owed twice.
    expect(await stage.rewardOf(reward.id)).toMatchObject({ status: "paid" });
    expect(await showPayout({ championId: owner.champion.id, personId: owner.person.id }, parts())).toMatchObject({ obstacle: { reason: "payout_failed" } });
    const next = await stage.payable(owner);
    await stage.fulfil(next.instructionId);
    expect(await stage.rewardOf(next.reward.id)).toMatchObject({ status: "payable", reason: "payout_failed" });
    await owner.onboard();
    const accountId = owner.accountId;
    const account = await readPayoutAccount(accountId, stage.stripe);
    await stage.read((tx) => notePayoutAccount(tx, { accountId, told: account }, stage.afterHold));
    stage.afterHold.advance({ hours: 72 });
    await stage.fulfil(next.instructionId);
    expect(await stage.rewardOf(next.reward.id)).toMatchObject({ status: "paid" });
  });
});

it("leaves books in which the audits find nothing", async () => {
  expect(await stage.read(async (tx) => [...(await auditLedger(tx)), ...(await auditRewards(tx)), ...(await auditInstructions(tx, 10))])).toEqual([]);
});
