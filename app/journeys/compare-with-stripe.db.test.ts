import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { newId } from "~/platform/ids";
import { aConversion } from "~/testing/builders/rewards";
import { payoutStage, type PayoutStage } from "~/testing/builders/payouts";
import { TestClock } from "~/testing/test-clock";
import { BY_HAND } from "../../sandbox/stripe/cause";
import { compareWithStripe } from "./compare-with-stripe.server";
import { settleDrift } from "./settle-drift.server";
import { showDrifts } from "./show-drifts.server";

let stage: PayoutStage;
let customerId: string;
let credited: { id: string; providerRef: string | null; rewardId: string };
let coded: { providerRef: string | null };

/** A night, some hours after everything that happened at the sandbox. */
const night = () => ({ db: stage.db, stripe: stage.stripe, clock: new TestClock(new Date(Date.now() + 12 * 3_600_000).toISOString()) });
const open = async () => (await showDrifts({ closed: false }, stage)).map(({ kind, object, ours, theirs }) => ({ kind, object, ours, theirs }));
const change = (work: (tables: PayoutStage["sandbox"]["sandbox"]["tables"]) => unknown) =>
  stage.sandbox.sandbox.run(BY_HAND, () => work(stage.sandbox.sandbox.tables));

beforeAll(async () => {
  stage = await payoutStage();
  const owner = await stage.customerChampion();
  customerId = owner.customerId;
  const credit = await stage.payable(owner);
  await stage.fulfil(credit.instructionId);
  credited = await stage.instruction(credit.instructionId);
  const other = await stage.customerChampion({ rail: "promotion_code" });
  const code = await stage.payable(other);
  await stage.fulfil(code.instructionId);
  coded = await stage.instruction(code.instructionId);
});
beforeEach(() => stage.sandbox.control("DELETE", "/faults"));

/** A payment at the sandbox that this portal knows, and can have refunded. */
async function aKnownPayment() {
  const owner = await stage.customerChampion();
  const { purchase } = await aConversion(stage, owner);
  const intent = await stage.stripe.paymentIntents.create({ amount: 8_000, currency: "eur", payment_method: "pm_card_visa", confirm: true, return_url: "https://shop.example" });
  await stage.read((tx) => tx.purchase.update({ where: { id: purchase.id }, data: { paymentIntentId: intent.id } }));
  return intent.id;
}

describe("compareWithStripe", () => {
  it("finds nothing while both sides agree, and a credit the company gave by itself is no difference", async () => {
    await stage.stripe.customers.createBalanceTransaction(customerId, { amount: -500, currency: "eur" });
    expect(await compareWithStripe(night())).toBe(0);
    expect(await open()).toEqual([]);
  });

  it("finds a credit with another amount, tells it once, and closes it by itself when it is gone", async () => {
    const id = credited.providerRef ?? "";
    change((tables) => tables.customerBalanceTransactions.update(id, { amount: -700 }));
    expect(await compareWithStripe(night())).toBe(1);
    expect(await compareWithStripe(night())).toBe(0);
    expect(await open()).toEqual([{ kind: "credit_differs", object: id, ours: "1000 EUR", theirs: "700 EUR" }]);
    change((tables) => tables.customerBalanceTransactions.update(id, { amount: -1000 }));
    await compareWithStripe(night());
    expect(await open()).toEqual([]);
    expect((await showDrifts({ closed: true }, stage))[0]).toMatchObject({ kind: "credit_differs", closedBy: "system", note: null });
  });

  it("finds a credit that is not there, one given twice and one that nothing here knows", async () => {
    const nowhere = "cbtxn_nowhere";
    await stage.read((tx) => tx.instruction.update({ where: { id: credited.id }, data: { providerRef: nowhere } }));
    const give = (mark: string) => stage.stripe.customers.createBalanceTransaction(customerId, { amount: -300, currency: "eur", metadata: { vouch_instruction: mark } });
    const unknown = await give("ins_none");
    await compareWithStripe(night());
    expect((await open()).map(({ kind, object }) => `${kind} ${object}`).sort()).toEqual(
      [`credit_missing ${nowhere}`, `credit_twice ${credited.providerRef}`, `credit_unknown ${unknown.id}`].sort(),
    );
    await stage.read((tx) => tx.instruction.update({ where: { id: credited.id }, data: { providerRef: credited.providerRef } }));
    await compareWithStripe(night());
    expect((await open()).map(({ kind }) => kind)).toEqual(["credit_unknown"]);
  });

  it("leaves what a person settled alone, until one of the sides says something else", async () => {
    const [drift] = await showDrifts({ closed: false }, stage);
    const settle = () => settleDrift({ driftId: drift?.id ?? "", note: "Given at the counter, agreed", by: "person:psn_1" }, stage);
    await settle();
    await expect(settle()).rejects.toMatchObject({ code: "drift_closed" });
    expect(await compareWithStripe(night())).toBe(0);
    change((tables) => tables.customerBalanceTransactions.update(drift?.object ?? "", { amount: -301 }));
    expect(await compareWithStripe(night())).toBe(1);
    expect(await open()).toMatchObject([{ kind: "credit_unknown", theirs: "301 EUR" }]);
  });

  it("finds a personal code that is worth something else, and one that is gone", async () => {
    const code = await stage.stripe.promotionCodes.retrieve(coded.providerRef ?? "", { expand: ["promotion.coupon"] });
    const couponId = (code.promotion.coupon as { id: string }).id;
    change((tables) => tables.coupons.update(couponId, { amount_off: 5 }));
    await compareWithStripe(night());
    expect(await open()).toContainEqual({ kind: "code_differs", object: code.id, ours: "1000 EUR", theirs: "5 EUR" });
    await stage.read((tx) => tx.instruction.updateMany({ where: { providerRef: code.id }, data: { providerRef: "promo_nowhere" } }));
    await compareWithStripe(night());
    expect(await open()).toContainEqual({ kind: "code_missing", object: "promo_nowhere", ours: "1000 EUR", theirs: null });
  });

  it("finds a refund that never reached us, one that stands otherwise and one that Stripe does not know", async () => {
    const refund = await stage.stripe.refunds.create({ payment_intent: await aKnownPayment(), amount: 2_000 });
    const at = { occurredAt: new Date(refund.created * 1000), recordedAt: stage.clock.now() };
    await compareWithStripe(night());
    expect(await open()).toContainEqual({ kind: "refund_unheard", object: refund.id, ours: null, theirs: "2000 EUR, succeeded" });
    const row = { paymentKey: String(refund.payment_intent), currency: "EUR", amountMinor: 1_500n, status: "succeeded", ...at } as const;
    await stage.read((tx) => tx.refund.createMany({ data: [{ ...row, id: newId("rfd"), key: refund.id }, { ...row, id: newId("rfd"), key: "re_nowhere" }] }));
    await compareWithStripe(night());
    const ofRefunds = (await open()).filter(({ kind }) => kind.startsWith("refund"));
    expect(ofRefunds).toEqual([
      { kind: "refund_differs", object: refund.id, ours: "1500 EUR, succeeded", theirs: "2000 EUR, succeeded" },
      { kind: "refund_gone", object: "re_nowhere", ours: "1500 EUR, succeeded", theirs: null },
    ]);
  });

  it("finds a dispute that never reached us, and a transfer with our mark", async () => {
    const intent = await stage.stripe.paymentIntents.retrieve(await aKnownPayment());
    const { id } = await stage.sandbox.control<{ id: string }>("POST", `/charges/${String(intent.latest_charge)}/dispute`, {});
    const account = await stage.stripe.accounts.create({ type: "express", country: "NL", capabilities: { transfers: { requested: true } } });
    await stage.sandbox.control("POST", `/accounts/${account.id}/onboard`, {});
    const transfer = await stage.stripe.transfers.create({ amount: 700, currency: "eur", destination: account.id, metadata: { vouch_instruction: "ins_x" } });
    await compareWithStripe(night());
    const found = await open();
    expect(found).toContainEqual(expect.objectContaining({ kind: "dispute_unheard", object: id }));
    expect(found).toContainEqual({ kind: "transfer_unknown", object: transfer.id, ours: null, theirs: "700 EUR" });
  });

  it("records nothing and closes nothing when Stripe could not be read to the end", async () => {
    const before = await open();
    await stage.sandbox.control("POST", "/faults", { kind: "error_500_before", method: "GET", path: "/v1/disputes" });
    await expect(compareWithStripe(night())).rejects.toThrow();
    expect(await open()).toEqual(before);
  });

  it("makes one task of one difference when several comparisons run at once", async () => {
    const id = credited.providerRef ?? "";
    change((tables) => tables.customerBalanceTransactions.update(id, { amount: -999 }));
    await Promise.all(Array.from({ length: 4 }, () => compareWithStripe(night())));
    expect((await open()).filter(({ object }) => object === id)).toHaveLength(1);
  });
});
