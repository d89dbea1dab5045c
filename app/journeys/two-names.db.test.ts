import { beforeAll, describe, expect, it } from "vitest";
import { listConversions } from "~/attribution/list-conversions.server";
import { listConversionsAfter } from "~/attribution/list-conversions-after.server";
import { newId } from "~/platform/ids";
import { aClickToken, aRecommender, type Recommender } from "~/testing/builders/attribution";
import { purchaseStage, type PurchaseStage } from "~/testing/builders/purchases";
import { approveRewards } from "./approve-rewards.server";
import { attributeByHand } from "./attribute-by-hand.server";
import { auditBooks } from "./audit-books.server";
import { refuseRewards } from "./refuse-rewards.server";
import { showConversion } from "./show-conversion.server";
import { trackLead } from "./track-lead.server";
import { trackRefund } from "./track-refund.server";
import { trackSale } from "./track-sale.server";

let stage: PurchaseStage;
beforeAll(async () => {
  stage = await purchaseStage();
});

let count = 0;

/**
 * A payment that Stripe knows without its bill, the shop by the bill's number, and a bill that names both.
 * @param by who brought the customer whom the shop knows by a number of its own @param atStripe who brought Stripe's
 */
async function aPayment(by: Recommender, atStripe?: Recommender) {
  const { shop } = stage;
  const [invoiceId, shopNumber] = [`in_1TwoNames${++count}`, newId("cst")];
  const clickId = await aClickToken(stage, by);
  await trackLead({ clickId, eventName: "Sign up", externalId: shopNumber, email: null, organisationId: null, mode: "wait", rest: {} }, stage);
  await shop.later({ minutes: 5 });
  const token = atStripe && (await aClickToken(stage, atStripe));
  await shop.later({ minutes: 5 });
  const customer = await shop.stripe.customers.create({ email: stage.anAddress() });
  const intent = await shop.stripe.paymentIntents.create({
    amount: 8_000, currency: "eur", confirm: true, payment_method: "pm_card_visa", customer: customer.id,
    metadata: token ? { vouch_tokens: token } : {},
    automatic_payment_methods: { enabled: true, allow_redirects: "never" },
  });
  const told = await shop.news();
  const pays = told.find(({ type }) => type === "payment_intent.succeeded")!;
  const bill = {
    object: "invoice", id: invoiceId, status: "paid", currency: "eur", customer: customer.id, amount_paid: 8_000, total: 8_000, created: intent.created,
    payments: { data: [{ status: "paid", payment: { payment_intent: intent.id } }] },
    lines: { data: [{ amount: 8_000, quantity: 1 }] },
  };
  const deliver = async (event: object) => {
    await shop.deliver(event);
    await shop.works();
  };
  return {
    invoiceId,
    paymentId: intent.id,
    charge: String(intent.latest_charge),
    stripe: () => deliver(pays),
    shop: (number = invoiceId, amountMinor = 7_000n) =>
      trackSale({ externalId: shopNumber, amountMinor, currency: "EUR", invoiceId: number, paymentProcessor: "stripe", clickId: null, email: null }, stage),
    bill: () => deliver({ ...pays, id: `evt_${newId("wh")}`, type: "invoice.paid", data: { object: bill } }),
  };
}
type Payment = Awaited<ReturnType<typeof aPayment>>;

/** What is due to a champion, all together. */
const dueTo = async (recommender: Recommender) => (await stage.rewardsOf(recommender)).reduce((sum, { due }) => sum + due, 0);
const conversionOf = async (key: string): Promise<string> =>
  (await stage.sql<{ id: string }>("select c.id from conversion c join purchase p on p.id = c.purchase_id where p.key = $1", key))[0]?.id ?? "";

async function expectOne({ invoiceId, paymentId }: Payment, { champion }: Recommender): Promise<void> {
  const rows = await stage.sql(
    `select p.paid_minor::int as paid, p.payment_intent_id as payment, c.champion_id as champion
       from purchase p join conversion c on c.purchase_id = p.id where p.key in ($1, $2)`,
    invoiceId, paymentId,
  );
  expect(rows).toEqual([{ paid: 8_000, payment: paymentId, champion: champion.id }]);
  const everything = { kind: null, program: null, outcome: null, reason: null, from: null, until: null, zone: "UTC", found: null, page: 1 };
  const logged = (await listConversions(everything, stage)).conversions.map(({ purchase }) => purchase?.key);
  const listed = (await listConversionsAfter({}, { limit: 100, after: null }, stage)).rows.map(({ purchase }) => purchase?.key);
  for (const keys of [logged, listed]) {
    expect(keys.filter((key) => key?.endsWith(invoiceId))).toHaveLength(1);
    expect(keys.filter((key) => key?.endsWith(paymentId))).toHaveLength(0);
  }
  expect((await auditBooks({}, stage)).findings).toEqual([]);
}

const ORDERS: [name: string, tell: (told: Payment) => Promise<unknown>][] = [
  ["the payment, the shop, the bill", async (told) => [await told.stripe(), await told.shop(), await told.bill()]],
  ["the shop, the payment, the bill", async (told) => [await told.shop(), await told.stripe(), await told.bill()]],
  ["the payment, the bill, the shop", async (told) => [await told.stripe(), await told.bill(), await told.shop()]],
  ["the shop, the bill, the payment", async (told) => [await told.shop(), await told.bill(), await told.stripe()]],
  ["the bill, the payment, the shop", async (told) => [await told.bill(), await told.stripe(), await told.shop()]],
  ["the bill, the shop, the payment", async (told) => [await told.bill(), await told.shop(), await told.stripe()]],
  ["the shop under both numbers, the bill", async (told) => {
    await told.shop(told.paymentId);
    await stage.shop.later({ minutes: 1 });
    await told.shop();
    await told.bill();
  }],
  ["everything at once", (told) => Promise.all([told.stripe(), told.shop(), told.bill(), told.stripe(), told.shop()])],
];

describe.each(ORDERS)("a payment told under two names (M10): %s", (_name, tell) => {
  it("is one sale of the champion who brought the shop's customer, thanked for once", async () => {
    const anna = await aRecommender(stage, stage.friends);
    const told = await aPayment(anna);
    await tell(told);
    await expectOne(told, anna);
    expect(await dueTo(anna)).toBe(1_000);
    expect(await stage.rewardsOf(anna)).toHaveLength(1);
  });

  it("is the earlier champion's, when another brought whom Stripe knows", async () => {
    const [anna, bob] = [await aRecommender(stage, stage.friends), await aRecommender(stage, stage.friends)];
    const told = await aPayment(anna, bob);
    await tell(told);
    await expectOne(told, anna);
    expect([await dueTo(anna), await dueTo(bob)]).toEqual([1_000, 0]);
  });

  it("is paid back once, by either name", async () => {
    const anna = await aRecommender(stage, stage.friends);
    const told = await aPayment(anna);
    await trackRefund({ refundId: newId("rfd"), saleInvoiceId: told.invoiceId, amountMinor: 2_000n, currency: "EUR", kind: "refund" }, stage);
    await stage.shop.stripe.refunds.create({ payment_intent: told.paymentId, amount: 2_000 });
    await tell(told);
    await stage.shop.tells();
    await expectOne(told, anna);
    expect(await dueTo(anna)).toBe(500);
    expect(await trackRefund({ refundId: newId("rfd"), saleInvoiceId: told.paymentId, amountMinor: null, currency: null, kind: "refund" }, stage)).toMatchObject({ matched: true });
    expect(await dueTo(anna)).toBe(0);
  });
});

describe("what stood when two names of a payment meet (M10)", () => {
  const apart = async (told: Payment) => [await told.shop(), await told.stripe()];

  it("stays when somebody approved it, and what a second champion has is taken back", async () => {
    const [anna, bob] = [await aRecommender(stage, stage.friends), await aRecommender(stage, stage.friends)];
    const told = await aPayment(anna, bob);
    await apart(told);
    const [due] = await stage.sql<{ id: string; version: number }>("select id, version from reward where champion_id = $1", bob.champion.id);
    await approveRewards({ items: [{ rewardId: due!.id, version: due!.version }], by: "person:psn_staff" }, stage);
    await told.bill();
    await expectOne(told, bob);
    expect(await stage.rewardsOf(bob)).toMatchObject([{ due: 1_000 }]);
    expect(await stage.rewardsOf(anna)).toMatchObject([{ due: 0, status: "reversed", reason: "correction" }]);
  });

  it("stays refused when somebody refused it, also when the other name was heard of first", async () => {
    const anna = await aRecommender(stage, stage.friends);
    const told = await aPayment(anna);
    await told.stripe();
    await told.shop();
    const [due] = await stage.sql<{ id: string; version: number }>("select id, version from reward where champion_id = $1", anna.champion.id);
    const refusal = { items: [{ rewardId: due!.id, version: due!.version }], clauseNumber: 1, note: "not a new customer", by: "person:psn_staff" };
    await refuseRewards(refusal, stage);
    await told.bill();
    await expectOne(told, anna);
    expect(await stage.rewardsOf(anna)).toMatchObject([{ status: "rejected" }]);
  });

  it("is held while one name of it is disputed", async () => {
    const anna = await aRecommender(stage, stage.friends);
    const told = await aPayment(anna);
    await apart(told);
    const { id } = await stage.shop.sandbox.control<{ id: string }>("POST", `/charges/${told.charge}/dispute`, {});
    await stage.shop.tells();
    await told.bill();
    expect(await dueTo(anna)).toBe(0);
    await stage.shop.sandbox.control("POST", `/disputes/${id}/win`);
    await stage.shop.tells();
    await expectOne(told, anna);
    expect(await dueTo(anna)).toBe(1_000);
  });

  it("is told where it went: the other sale says as which one it counts, and nobody decides about it any more", async () => {
    const [anna, bob] = [await aRecommender(stage, stage.friends), await aRecommender(stage, stage.friends)];
    const told = await aPayment(anna);
    await apart(told);
    const [shops, stripes] = [await conversionOf(told.invoiceId), await conversionOf(told.paymentId)];
    await told.bill();
    const { conversion } = await showConversion(stripes, stage);
    expect(conversion).toMatchObject({ outcome: "unattributed", reason: "duplicate", trace: [{ rule: "M10", compared: { countsAs: shops } }] });
    const hand = attributeByHand({ conversionId: stripes, championId: bob.champion.id, reason: "called", by: "person:psn_staff", basis: conversion.factsHash }, stage);
    await expect(hand).rejects.toMatchObject({ code: "attribution_changed" });
    expect((await listConversionsAfter({ id: stripes }, { limit: 1, after: null }, stage)).rows).toHaveLength(1);
  });

  it("follows what staff decided about either", async () => {
    const [anna, bob] = [await aRecommender(stage, stage.friends), await aRecommender(stage, stage.friends)];
    const told = await aPayment(anna);
    await apart(told);
    const conversionId = await conversionOf(told.paymentId);
    const { conversion } = await showConversion(conversionId, stage);
    await attributeByHand({ conversionId, championId: bob.champion.id, reason: "called", by: "person:psn_staff", basis: conversion.factsHash }, stage);
    await told.bill();
    await expectOne(told, bob);
    expect([await dueTo(anna), await dueTo(bob)]).toEqual([0, 1_000]);
  });

  it("is one friend's from then on, of a later payment too", async () => {
    const anna = await aRecommender(stage, stage.friends);
    const told = await aPayment(anna);
    await apart(told);
    await told.bill();
    await stage.shop.later({ minutes: 5 });
    await told.shop("in_1Later" + told.invoiceId);
    expect(await dueTo(anna)).toBe(1_000);
    expect(await told.shop()).toMatchObject({ duplicate: true, attributed: true });
  });
});
