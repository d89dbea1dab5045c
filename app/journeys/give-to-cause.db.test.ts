import { beforeAll, describe, expect, it } from "vitest";
import { auditDonations } from "~/fulfilment/audit-donations.server";
import { auditInstructions } from "~/fulfilment/audit-instructions.server";
import { chooseCause } from "~/fulfilment/choose-cause.server";
import { listCauses } from "~/fulfilment/list-causes.server";
import { listCollected } from "~/fulfilment/list-collected.server";
import { auditLedger } from "~/ledger/audit-ledger.server";
import { championPayable, donationDue, DONATIONS_MADE } from "~/ledger/chart-of-accounts";
import { auditRewards } from "~/rewards/audit-rewards.server";
import { aRewardedChampion, type RewardedChampion } from "~/testing/builders/rewards";
import { payoutStage, type PayoutStage } from "~/testing/builders/payouts";
import { changeCauses } from "./change-causes.server";
import { passOnDonation } from "./pass-on-donation.server";

let stage: PayoutStage;
let trees: string;
let books: string;
const OWNER = { by: "person:psn_owner" };
const parts = () => ({ db: stage.db, clock: stage.afterHold });
beforeAll(async () => {
  stage = await payoutStage();
  for (const add of ["Trees", "Books"]) await changeCauses({ add }, OWNER, parts());
  [books = "", trees = ""] = (await listCauses({}, stage)).map(({ id }) => id);
});

const mailsTo = async ({ person }: RewardedChampion, template: string) =>
  await stage.read((tx) => tx.mail.count({ where: { personId: person.id, template } }));

async function aDonation(causeId: string | null) {
  const owner = await aRewardedChampion(stage, { rail: "donation" });
  const { champion } = owner;
  if (causeId) await chooseCause({ championId: champion.id, causeId }, parts());
  const { reward, instructionId } = await stage.payable(owner);
  await stage.fulfil(instructionId);
  return { owner, championId: champion.id, rewardId: reward.id, instructionId };
}
const pass = (causeId: string, amountMinor: bigint) =>
  passOnDonation({ causeId, currency: "EUR", amountMinor, receipt: "2026-17", ...OWNER }, parts());

describe("a reward that is given away", () => {
  it("is collected for the cause its champion chose, booked and told once", async () => {
    const before = await stage.balance(donationDue(trees));
    const { owner, rewardId, championId, instructionId } = await aDonation(trees);
    await Promise.all(Array.from({ length: 8 }, () => stage.fulfil(instructionId)));
    expect(await stage.rewardOf(rewardId)).toMatchObject({ status: "paid" });
    expect(await stage.balance(donationDue(trees))).toBe(before - 1_000n);
    expect(await stage.balance(championPayable(championId))).toBe(0n);
    expect(await mailsTo(owner, "reward_donated")).toBe(1);
  });

  it("asks for a cause, once, and goes as soon as one is chosen; also after the one chosen is offered no more", async () => {
    const { owner, rewardId, championId, instructionId } = await aDonation(null);
    await stage.fulfil(instructionId);
    expect(await stage.rewardOf(rewardId)).toMatchObject({ status: "payable", reason: "payout_details_missing" });
    expect(await mailsTo(owner, "cause_needed")).toBe(1);
    await changeCauses({ add: "Short-lived" }, OWNER, parts());
    const gone = (await listCauses({}, stage)).find(({ name }) => name === "Short-lived")?.id ?? "";
    await chooseCause({ championId, causeId: gone }, parts());
    await changeCauses({ close: gone }, OWNER, parts());
    await expect(chooseCause({ championId, causeId: gone }, parts())).rejects.toMatchObject({ status: 404 });
    await stage.fulfil(instructionId);
    expect(await stage.rewardOf(rewardId)).toMatchObject({ status: "payable" });
    await chooseCause({ championId, causeId: books }, parts());
    await stage.fulfil(instructionId);
    expect(await stage.rewardOf(rewardId)).toMatchObject({ status: "paid" });
  });

  it("is offered under one name once", async () => {
    await expect(changeCauses({ add: "trees" }, OWNER, parts())).rejects.toMatchObject({ code: "cause_exists" });
  });

  it("is passed on as one line, once, with what was seen", async () => {
    await aDonation(trees);
    const { waiting } = await listCollected(stage);
    const sum = waiting.find(({ causeId }) => causeId === trees)?.amountMinor ?? 0n;
    expect(sum).toBe(-(await stage.balance(donationDue(trees))));
    await expect(pass(trees, sum - 1n)).rejects.toMatchObject({ code: "amount_differs" });
    const told = await Promise.allSettled(Array.from({ length: 8 }, () => pass(trees, sum)));
    expect(told.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await stage.balance(donationDue(trees))).toBe(0n);
    expect(await stage.balance(DONATIONS_MADE)).toBe(-sum);
    const after = await listCollected(stage);
    expect(after.waiting.map(({ causeId }) => causeId)).not.toContain(trees);
    expect(after.passedOn).toMatchObject([{ name: "Trees", amountMinor: sum, receipt: "2026-17" }]);
  });

  it("leaves books in which the audits find nothing, and a forged donation is found (I32)", async () => {
    expect(await stage.read((tx) => auditLedger(tx))).toEqual([]);
    expect(await stage.read((tx) => auditRewards(tx))).toEqual([]);
    expect(await stage.read((tx) => auditInstructions(tx, 10))).toEqual([]);
    expect(await stage.read((tx) => auditDonations(tx, 10))).toEqual([]);
    const forged = { id: "dnt_forged", causeId: books, currency: "EUR", amountMinor: 5n, receipt: "none", givenAt: new Date(), givenBy: "nobody" };
    await stage.read((tx) => tx.donation.create({ data: forged }));
    expect(await stage.read((tx) => auditDonations(tx, 10))).toMatchObject([{ invariant: "I32", subject: "dnt_forged" }]);
  });
});
