import { beforeAll, describe, expect, it } from "vitest";
import { aClickToken, aRecommender } from "~/testing/builders/attribution";
import { purchaseStage, type PurchaseStage } from "~/testing/builders/purchases";
import { trackLead } from "./track-lead.server";
import { trackRefund } from "./track-refund.server";
import { trackSale, type TrackSaleInput } from "./track-sale.server";

let stage: PurchaseStage;
beforeAll(async () => {
  stage = await purchaseStage();
});

const aNumber = () => `user-${stage.anAddress()}`;
const signUp = (externalId: string, clickId: string) =>
  trackLead({ clickId, eventName: "Sign up", externalId, email: null, organisationId: null, mode: "wait", rest: {} }, stage);
const sale = (externalId: string, invoiceId: string, over: Partial<TrackSaleInput> = {}) =>
  trackSale({ externalId, amountMinor: 8_000n, currency: "EUR", invoiceId, paymentProcessor: "stripe", clickId: null, email: null, ...over }, stage);

/** In which order Stripe's messages and the shop's call arrive. */
const ORDERS: [name: string, tell: (stripe: () => Promise<unknown>, shop: () => Promise<unknown>) => Promise<unknown>][] = [
  ["Stripe first", async (stripe, shop) => [await stripe(), await shop()]],
  ["the shop first", async (stripe, shop) => [await shop(), await stripe()]],
  ["both at once", (stripe, shop) => Promise.all([stripe(), shop()])],
];

describe.each(ORDERS)("one payment that shop and Stripe both tell of (M10), %s", (_name, inOrder) => {
  it("is one purchase of the customer who signed up, also when Stripe knows them by a number and an address of its own", async () => {
    const anna = await aRecommender(stage, stage.friends);
    const id = aNumber();
    await signUp(id, await aClickToken(stage, anna));
    await stage.shop.later({ minutes: 10 });
    const { payment_intent: payment } = await stage.shop.buys({ email: stage.anAddress() });
    await inOrder(() => stage.shop.tells(), () => sale(id, String(payment)));
    expect(await stage.rewardsOf(anna)).toMatchObject([{ due: 1_000 }]);
    const rows = await stage.sql("select c.champion_id as champion from purchase p join conversion c on c.purchase_id = p.id where p.payment_intent_id = $1", payment);
    expect(rows).toEqual([{ champion: anna.champion.id }]);
  });

  it("has the amount and the currency that Stripe tells", async () => {
    const { id } = await stage.shop.stripe.paymentIntents.create({
      amount: 8_000, currency: "eur", confirm: true, payment_method: "pm_card_visa", receipt_email: stage.anAddress(),
      automatic_payment_methods: { enabled: true, allow_redirects: "never" },
    });
    await inOrder(() => stage.shop.tells(), () => sale(aNumber(), id, { amountMinor: 7_000n, currency: "USD" }));
    const rows = await stage.sql("select paid_minor::int as paid, currency from purchase where payment_intent_id = $1", id);
    expect(rows).toEqual([{ paid: 8_000, currency: "EUR" }]);
  });

  it.each([2_000n, null])("is paid back once when both tell of the refund, the shop of %s", async (amountMinor) => {
    const anna = await aRecommender(stage, stage.friends);
    const session = await stage.shop.buys({ email: stage.anAddress(), tokens: [await aClickToken(stage, anna)] });
    await stage.shop.tells();
    const saleInvoiceId = String(session.payment_intent);
    const { id: refundId } = await stage.shop.stripe.refunds.create({ payment_intent: saleInvoiceId, amount: 2_000 });
    const told = { refundId, saleInvoiceId, amountMinor, currency: null, kind: "refund" };
    await inOrder(() => stage.shop.tells(), () => trackRefund(told, stage));
    expect(await stage.rewardsOf(anna)).toMatchObject([{ due: 750 }]);
    expect(await trackRefund(told, stage)).toMatchObject({ matched: true, duplicate: true });
  });
});

describe("a payment by Stripe's number, told twice by the shop (P7)", () => {
  it("with another amount is a conflict, while nobody knows better", async () => {
    await sale(aNumber(), "in_1FirstAmount");
    await expect(sale(aNumber(), "in_1FirstAmount", { amountMinor: 9_000n })).rejects.toMatchObject({ fields: ["customerExternalId", "amount"] });
  });

  it("for another customer is a conflict, also once Stripe told of it", async () => {
    const { payment_intent: payment } = await stage.shop.buys({ email: stage.anAddress() });
    await stage.shop.tells();
    await sale(aNumber(), String(payment));
    await expect(sale(aNumber(), String(payment))).rejects.toMatchObject({ fields: ["customerExternalId"] });
  });
});
