import { beforeAll, describe, expect, it } from "vitest";
import { auditInstructions } from "~/fulfilment/audit-instructions.server";
import { auditPoints } from "~/fulfilment/audit-points.server";
import { addPrize } from "~/fulfilment/add-prize.server";
import { auditLedger } from "~/ledger/audit-ledger.server";
import { championPayable, championPoints, POINTS, POINTS_ISSUED } from "~/ledger/chart-of-accounts";
import { balanceOf } from "~/ledger/balance-of.server";
import { auditRewards } from "~/rewards/audit-rewards.server";
import { payoutStage, type PayoutStage } from "~/testing/builders/payouts";
import type { RewardedChampion } from "~/testing/builders/rewards";
import { choosePrize } from "./choose-prize.server";
import { endPrize } from "./end-prize.server";
import { showPrizes } from "./show-prizes.server";

let stage: PayoutStage;
beforeAll(async () => {
  stage = await payoutStage();
});

const NO_CAP = { capPer30DaysMinor: null };
const by = "person:psn_admin";
const parts = () => ({ db: stage.db, clock: stage.afterHold });
const pointsOf = async (championId: string) => 0 - Number(await stage.read((tx) => balanceOf(tx, championPoints(championId), POINTS)));
const mailsTo = async (personId: string) => (await stage.read((tx) => tx.mail.findMany({ where: { personId } }))).map(({ template }) => template);

/** A champion with so many rewards of EUR 10, each given as 1,000 points. */
async function withPoints(rewards: number) {
  const owner = await stage.customerChampion({ rail: "points", ...NO_CAP });
  const given = [];
  for (let i = 0; i < rewards; i++) {
    const payable = await stage.payable(owner);
    await stage.fulfil(payable.instructionId);
    given.push(payable.reward);
  }
  return { owner, given, championId: owner.champion.id };
}

async function aPrize({ champion }: RewardedChampion, { cost, stock = null }: { cost: number; stock?: number | null }) {
  const { programId } = await stage.read((tx) => tx.champion.findUniqueOrThrow({ where: { id: champion.id } }));
  return await stage.read((tx) => addPrize(tx, { programId, nameEn: "A mug", nameNl: "Een mok", cost, stock }, stage.afterHold.now()));
}

let forms = 0;
const choose = (championId: string, prizeId: string, key = `form-${++forms}`, address: string | null = null) =>
  choosePrize({ championId, prizeId, key, address, by: "person:psn_1" }, parts());

describe("points", () => {
  it("are given at the rate of the rules, once, in a unit of their own beside the money", async () => {
    const issued = await stage.balance(POINTS_ISSUED);
    const { owner, given, championId } = await withPoints(1);
    expect(await pointsOf(championId)).toBe(1_000);
    expect(await stage.balance(POINTS_ISSUED)).toBe(issued - 1_000n);
    expect(await stage.balance(championPayable(championId))).toBe(0n);
    expect(await stage.rewardOf(given[0]!.id)).toMatchObject({ status: "paid" });
    await stage.fulfil(await stage.instructionFor(given[0]!.id));
    expect(await pointsOf(championId)).toBe(1_000);
    expect((await mailsTo(owner.person.id)).filter((one) => one === "points_given")).toHaveLength(1);
  });

  it("are never spent below zero by fifty wishes at once, and one form is one order", async () => {
    const { owner, championId } = await withPoints(2);
    const prizeId = await aPrize(owner, { cost: 300 });
    const wishes = await Promise.allSettled(Array.from({ length: 50 }, () => choose(championId, prizeId)));
    expect(wishes.filter(({ status }) => status === "fulfilled")).toHaveLength(6);
    expect(await pointsOf(championId)).toBe(200);
    const { owner: other, championId: another } = await withPoints(1);
    const cheap = await aPrize(other, { cost: 100 });
    await Promise.all(Array.from({ length: 8 }, () => choose(another, cheap, "form-pressed-often")));
    expect(await pointsOf(another)).toBe(900);
  });

  it("buy no more of a prize than there are, whoever asks", async () => {
    const { owner, championId } = await withPoints(2);
    const prizeId = await aPrize(owner, { cost: 10, stock: 7 });
    const wishes = await Promise.allSettled(Array.from({ length: 20 }, () => choose(championId, prizeId)));
    expect(wishes.filter(({ status }) => status === "fulfilled")).toHaveLength(7);
    await expect(choose(championId, prizeId)).rejects.toMatchObject({ code: "prize_out" });
    expect((await showPrizes({ championId, locale: "nl" }, parts())).prizes).toContainEqual({ id: prizeId, name: "Een mok", cost: 10, left: 0 });
  });

  it("buy nothing that is withdrawn, dearer than what there is, or another program's", async () => {
    const { owner, championId } = await withPoints(1);
    const other = await withPoints(1);
    await expect(choose(championId, await aPrize(owner, { cost: 1_001 }))).rejects.toMatchObject({ code: "too_few_points" });
    await expect(choose(championId, await aPrize(other.owner, { cost: 10 }))).rejects.toMatchObject({ code: "prize_gone" });
  });
});

describe("a prize that was chosen", () => {
  it("is sent once with a word, or called off with the points back, told and in the trail", async () => {
    const { owner, championId } = await withPoints(1);
    const prizeId = await aPrize(owner, { cost: 400 });
    const { orderId: sent } = await choose(championId, prizeId, undefined, "Noor\nKade 1\nUtrecht");
    const { orderId: off } = await choose(championId, prizeId);
    await endPrize({ orderId: sent, end: { sent: { note: "3SABC" } }, by }, parts());
    await expect(endPrize({ orderId: sent, end: { calledOff: { reason: "No" } }, by }, parts())).rejects.toMatchObject({ code: "order_ended" });
    const wishes = await Promise.allSettled([1, 2].map(() => endPrize({ orderId: off, end: { calledOff: { reason: "The last one broke." } }, by }, parts())));
    expect(wishes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await pointsOf(championId)).toBe(600);
    expect((await mailsTo(owner.person.id)).filter((one) => one.startsWith("prize_")).sort()).toEqual(["prize_called_off", "prize_sent"]);
    const trail = await stage.read((tx) => tx.auditEntry.findMany({ where: { object: { in: [sent, off] } } }));
    expect(trail.map(({ action }) => action).sort()).toEqual(["prize.called_off", "prize.sent"]);
  });

  it("is nobody's own to send (W15)", async () => {
    const { owner, championId } = await withPoints(1);
    const { orderId } = await choose(championId, await aPrize(owner, { cost: 400 }));
    await expect(endPrize({ orderId, end: { sent: { note: null } }, by: `person:${owner.person.id}` }, parts())).rejects.toMatchObject({ status: 403 });
  });
});

describe("a refund of what was given as points", () => {
  it("takes back what is not spent; the rest stays owed and later points settle it", async () => {
    const { owner, given, championId } = await withPoints(1);
    await choose(championId, await aPrize(owner, { cost: 700 }));
    const [reward] = given;
    await stage.refund(reward!.conversionId, 8_000n);
    await stage.reverse(reward!.id);
    expect(await pointsOf(championId)).toBe(0);
    expect(await stage.balance(championPayable(championId))).toBe(700n);
    const next = await stage.payable(owner);
    await stage.fulfil(next.instructionId);
    expect(await pointsOf(championId)).toBe(300);
    expect(await stage.balance(championPayable(championId))).toBe(0n);
  });

  it("takes all of it back while nothing is spent, and it is given anew when the refund fails (I16)", async () => {
    const { owner, given, championId } = await withPoints(1);
    const [reward] = given;
    await stage.refund(reward!.conversionId, 2_000n);
    await stage.reverse(reward!.id);
    expect(await pointsOf(championId)).toBe(750);
    await stage.refund(reward!.conversionId, 8_000n);
    await stage.reverse(reward!.id);
    expect(await pointsOf(championId)).toBe(0);
    await stage.refund(reward!.conversionId, 0n);
    await stage.release(owner, reward!.id);
    await stage.fulfil(await stage.instructionFor(reward!.id));
    expect(await pointsOf(championId)).toBe(1_000);
  });
});

it("leaves books in which the audits find nothing, and points out of nothing are found", async () => {
  const audits = () => stage.read(async (tx) => [...(await auditLedger(tx)), ...(await auditRewards(tx)), ...(await auditInstructions(tx, 10)), ...(await auditPoints(tx, 10))]);
  expect(await audits()).toEqual([]);
  const { championId } = await withPoints(1);
  await stage.read((tx) => tx.instruction.updateMany({ where: { championId }, data: { request: { rail: "points", points: 1_001 } } }));
  expect(await audits()).toMatchObject([{ invariant: "I32", subject: championId }]);
});
