import { beforeAll, describe, expect, it } from "vitest";
import { forgetAddresses } from "~/fulfilment/forget-addresses.server";
import { receiveGift } from "~/fulfilment/receive-gift.server";
import { GIFT_ISSUED, championPayable } from "~/ledger/chart-of-accounts";
import { auditLedger } from "~/ledger/audit-ledger.server";
import { auditInstructions } from "~/fulfilment/audit-instructions.server";
import { auditRewards } from "~/rewards/audit-rewards.server";
import { holdForDispute } from "~/rewards/hold-for-dispute.server";
import { aRewardedChampion, type RewardedChampion } from "~/testing/builders/rewards";
import { payoutStage, type PayoutStage } from "~/testing/builders/payouts";
import { giveAddress } from "./give-address.server";
import { sendGift } from "./send-gift.server";
import { showGift } from "./show-gift.server";
import { showGifts } from "./show-gifts.server";

let stage: PayoutStage;
beforeAll(async () => {
  stage = await payoutStage();
});

const ADMIN = "person:psn_admin";
const ADDRESS = "Noor Jansen\nKade 1\n1011 AB Amsterdam";
const parts = () => ({ db: stage.db, clock: stage.afterHold });
const anOwner = () => aRewardedChampion(stage, { rail: "gift" });
const mailsTo = async ({ person }: RewardedChampion, template: string) =>
  await stage.read((tx) => tx.mail.count({ where: { personId: person.id, template } }));
const rowOf = (rewardId: string) => stage.read((tx) => tx.gift.findUniqueOrThrow({ where: { rewardId } }));

/** A gift that waits, with its address unless it was not given yet. */
async function aGift({ address = true } = {}) {
  const owner = await anOwner();
  const { reward, instructionId } = await stage.payable(owner);
  await stage.fulfil(instructionId);
  const of = { rewardId: reward.id, championId: owner.champion.id };
  if (address) await giveAddress({ ...of, address: ADDRESS }, parts());
  return { owner, instructionId, ...of };
}
const send = (rewardId: string, over: object = {}) => sendGift({ rewardId, item: "A bag of Guji", tracking: "3S123", by: ADMIN, ...over }, parts());

describe("a gift (F34)", () => {
  it("asks for an address only once it may leave, and once", async () => {
    const { owner, rewardId, instructionId } = await aGift({ address: false });
    await stage.fulfil(instructionId);
    expect(await mailsTo(owner, "gift_address_needed")).toBe(1);
    expect(await stage.rewardOf(rewardId)).toMatchObject({ status: "payable", reason: "payout_details_missing" });
    expect(await showGifts({ sent: false }, parts())).not.toContainEqual(expect.objectContaining({ rewardId }));
  });

  it("is chosen, sent, booked and told by a person, and its address goes when it is there (L8)", async () => {
    const issued = await stage.balance(GIFT_ISSUED);
    const { owner, rewardId, championId } = await aGift();
    expect(await stage.rewardOf(rewardId)).toMatchObject({ status: "payable", reason: null });
    expect(await showGifts({ sent: false }, parts())).toContainEqual(expect.objectContaining({ rewardId, address: ADDRESS, worthMinor: 1_000n }));
    expect(Buffer.from((await rowOf(rewardId)).addressSealed ?? []).toString()).not.toContain("Kade");
    await send(rewardId);
    expect(await stage.rewardOf(rewardId)).toMatchObject({ status: "paid", paidAt: stage.afterHold.now() });
    expect(await stage.balance(GIFT_ISSUED)).toBe(issued - 1_000n);
    expect(await stage.balance(championPayable(championId))).toBe(0n);
    expect(await mailsTo(owner, "gift_sent")).toBe(1);
    expect(await showGift({ rewardId, championId }, parts())).toMatchObject({ state: "sent", item: "A bag of Guji", tracking: "3S123" });
    await receiveGift({ rewardId, championId }, parts());
    await receiveGift({ rewardId, championId }, parts());
    expect(await rowOf(rewardId)).toMatchObject({ addressSealed: null, receivedAt: stage.afterHold.now() });
    const audited = await stage.read((tx) => tx.auditEntry.findMany({ where: { object: rewardId, action: "gift.sent" } }));
    expect(JSON.stringify(audited)).not.toContain("Kade");
  });

  it("is sent once when it is told eight times at once", async () => {
    const { rewardId, championId } = await aGift();
    const told = await Promise.allSettled(Array.from({ length: 8 }, () => send(rewardId)));
    expect(told.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await stage.balance(championPayable(championId))).toBe(0n);
  });

  it("is not sent without an address, while it is stopped, by its champion, or for somebody else's words", async () => {
    const bare = await aGift({ address: false });
    await expect(send(bare.rewardId)).rejects.toMatchObject({ code: "gift_not_ready" });
    const stopped = await aGift();
    const { conversionId } = await stage.rewardOf(stopped.rewardId);
    await holdForDispute({ conversionId, factKey: "dp_gift", open: true }, stage);
    await expect(send(stopped.rewardId)).rejects.toMatchObject({ code: "gift_not_ready" });
    const own = await aGift();
    await expect(send(own.rewardId, { by: `person:${own.owner.person.id}` })).rejects.toMatchObject({ status: 403 });
    const other = { rewardId: own.rewardId, championId: bare.championId };
    await expect(giveAddress({ ...other, address: ADDRESS }, parts())).rejects.toMatchObject({ status: 404 });
    await expect(showGift(other, parts())).rejects.toMatchObject({ status: 404 });
    await expect(receiveGift(other, parts())).rejects.toMatchObject({ status: 404 });
  });

  it("keeps the address it was sent to from being changed afterwards", async () => {
    const { rewardId, championId } = await aGift();
    await send(rewardId);
    await expect(giveAddress({ rewardId, championId, address: ADDRESS }, parts())).rejects.toMatchObject({ code: "gift_sent" });
  });

  it("forgets an address 30 days after it was sent, and 90 days after it was given for nothing (L8)", async () => {
    const [sent, waiting] = [await aGift(), await aGift()];
    await send(sent.rewardId);
    const later = (days: number) => ({ db: stage.db, clock: { now: () => new Date(stage.afterHold.now().getTime() + days * 86_400_000) } });
    await forgetAddresses(later(30));
    expect((await rowOf(sent.rewardId)).addressSealed).not.toBeNull();
    await forgetAddresses(later(30.01));
    expect((await rowOf(sent.rewardId)).addressSealed).toBeNull();
    expect((await rowOf(waiting.rewardId)).addressSealed).not.toBeNull();
    await forgetAddresses(later(90.01));
    expect((await rowOf(waiting.rewardId)).addressSealed).toBeNull();
    expect(await showGift(waiting, parts())).toMatchObject({ state: "address_needed" });
  });

  it("leaves books in which the audits find nothing", async () => {
    expect(await stage.read((tx) => auditLedger(tx))).toEqual([]);
    expect(await stage.read((tx) => auditRewards(tx))).toEqual([]);
    expect(await stage.read((tx) => auditInstructions(tx, 10))).toEqual([]);
  });
});
