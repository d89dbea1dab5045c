import { beforeAll, describe, expect, it } from "vitest";
import { auditLedger } from "~/ledger/audit-ledger.server";
import { championPayable, WRITTEN_OFF } from "~/ledger/chart-of-accounts";
import { adjustRewardForRefunds } from "~/rewards/adjust-reward-for-refunds.server";
import { auditRewards } from "~/rewards/audit-rewards.server";
import { payoutStage, type PayoutStage } from "~/testing/builders/payouts";
import { TestClock } from "~/testing/test-clock";
import { showPerson } from "./show-person.server";
import { writeOffClaim } from "./write-off-claim.server";

let stage: PayoutStage;
beforeAll(async () => {
  stage = await payoutStage();
});

const REFUNDED = new Date("2026-12-03T09:00:00Z");
const after = (days: number, ms = 0) => ({
  db: stage.db,
  clock: new TestClock(new Date(REFUNDED.getTime() + days * 86_400_000 + ms)),
});
const reason = "Left the program long ago.";

async function refundAll(conversionId: string, at = REFUNDED) {
  const facts = { paidMinor: 8_000n, takenBackMinor: 8_000n, cause: "refund_full" as const, factKey: "re_1" };
  await adjustRewardForRefunds({ conversionId, ...facts }, { db: stage.db, clock: new TestClock(at) });
}

/** A champion who received EUR 10 that had to go back. */
async function aDebtor() {
  const owner = await stage.customerChampion({ capPer30DaysMinor: null });
  const { reward, instructionId } = await stage.payable(owner);
  await stage.fulfil(instructionId);
  await refundAll(reward.conversionId);
  const claim = { championId: owner.champion.id, currency: "EUR", reason };
  const claimOn = async (at: Parameters<typeof showPerson>[1]) =>
    (await showPerson(owner.person.id, at)).memberships[0]?.claim;
  return { owner, reward, claim, claimOn };
}

const by = "person:psn_owner";

describe("what a champion owes back (M12)", () => {
  it("is written off after 180 days, to the moment, with a reason in the trail", async () => {
    const { owner, reward, claim, claimOn } = await aDebtor();
    expect(await claimOn(after(1))).toMatchObject({ amountMinor: 1000n, since: REFUNDED, due: false });
    await expect(writeOffClaim({ ...claim, by }, after(180, -1))).rejects.toMatchObject({ code: "write_off_too_early" });
    expect(await claimOn(after(180))).toMatchObject({ due: true });
    await writeOffClaim({ ...claim, by }, after(180));

    const account = championPayable(owner.champion.id);
    expect(await stage.balance(account)).toBe(0n);
    expect(await stage.balance(WRITTEN_OFF)).toBe(1000n);
    expect(await claimOn(after(180))).toBeNull();
    const trail = await stage.read((tx) => tx.auditEntry.findMany({ where: { object: owner.champion.id } }));
    expect(trail).toMatchObject([{ by, action: "receivable.written_off", facts: { amountMinor: "1000", reason } }]);
    const booked = await stage.read((tx) => tx.ledgerTransaction.findMany({ where: { subject: reward.id, kind: "write_off" } }));
    expect(booked).toHaveLength(1);
    await expect(writeOffClaim({ ...claim, by }, after(181))).rejects.toMatchObject({ code: "nothing_to_write_off" });

    const next = await stage.payable(owner);
    await stage.fulfil(next.instructionId);
    expect(await stage.instruction(next.instructionId)).toMatchObject({ amountMinor: 1000n, nettedMinor: 0n });
  });

  it("is never written off by the person who owes it (W15)", async () => {
    const { owner, claim } = await aDebtor();
    const own = writeOffClaim({ ...claim, by: `person:${owner.person.id}` }, after(200));
    await expect(own).rejects.toMatchObject({ code: "forbidden" });
    expect(await stage.balance(championPayable(owner.champion.id))).toBe(1000n);
  });

  it("is written off once by many owners at the same moment", async () => {
    const { owner, claim } = await aDebtor();
    const tries = Array.from({ length: 8 }, (_, i) => writeOffClaim({ ...claim, by: `person:psn_${i}` }, after(200)));
    const done = (await Promise.allSettled(tries)).filter(({ status }) => status === "fulfilled");
    expect(done).toHaveLength(1);
    expect(await stage.balance(championPayable(owner.champion.id))).toBe(0n);
  });

  it("counts its days from the last time that nothing was open", async () => {
    const { owner, claim, claimOn } = await aDebtor();
    const settling = await stage.payable(owner);
    await stage.fulfil(settling.instructionId);
    expect(await claimOn(after(1))).toBeNull();
    const later = new Date(REFUNDED.getTime() + 100 * 86_400_000);
    await refundAll(settling.reward.conversionId, later);
    expect(await claimOn(after(200))).toMatchObject({ amountMinor: 1000n, since: later, due: false });
    await expect(writeOffClaim({ ...claim, by }, after(200))).rejects.toMatchObject({ code: "write_off_too_early" });
  });
});

it("leaves books that balance and agree with every reward (I1, I9, I13)", async () => {
  expect(await stage.read(async (tx) => [...(await auditLedger(tx)), ...(await auditRewards(tx))])).toEqual([]);
});
