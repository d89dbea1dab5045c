import { beforeAll, describe, expect, it } from "vitest";
import { newId } from "~/platform/ids";
import { aClickToken, aRecommender, type Recommender } from "~/testing/builders/attribution";
import { purchaseStage, type PurchaseStage } from "~/testing/builders/purchases";
import { auditBooks } from "./audit-books.server";
import { trackLead } from "./track-lead.server";
import { trackRefund } from "./track-refund.server";
import { trackSale } from "./track-sale.server";

let stage: PurchaseStage;
beforeAll(async () => {
  stage = await purchaseStage();
});

const REPEATS = 20;
const began = Date.now();
/** Runs on as the real one does: who is served first is earlier. */
const running = { now: () => new Date(stage.clock.now().getTime() + Date.now() - began) };
const parts = () => ({ db: stage.db, clock: running });

const aCustomer = () => newId("cst");
const sale = (externalId: string, clickId: string | null, invoiceId: string = newId("pur"), paymentProcessor = "custom") =>
  trackSale({ externalId, amountMinor: 8_000n, currency: "EUR", invoiceId, paymentProcessor, clickId, email: null }, parts());
const lead = (externalId: string, clickId: string, organisationId: string | null = null) =>
  trackLead({ clickId, eventName: "Sign up", externalId, email: null, organisationId, mode: "wait", rest: {} }, parts());
const refund = (saleInvoiceId: string, amountMinor: bigint | null) =>
  trackRefund({ refundId: newId("rfd"), saleInvoiceId, amountMinor, currency: null, kind: "refund" }, parts());

const times = <T>(n: number, act: (i: number) => Promise<T>): Promise<T>[] => Array.from({ length: n }, (_, i) => act(i));

/** The friend's purchases, oldest first, each with its decision and what it earned. */
const storyOf = (...externalIds: string[]) =>
  stage.sql<{ key: string; champion: string | null; steps: number; rewards: { status: string; due: number }[] }>(
    `select p.key, c.champion_id as champion, jsonb_array_length(c.trace) as steps,
            (select coalesce(jsonb_agg(jsonb_build_object('status', r.status, 'due', r.due_minor)), '[]')
               from reward r where r.conversion_id = c.id) as rewards
       from purchase p join customer u on u.id = p.customer_id left join conversion c on c.purchase_id = p.id
      where u.external_id = any($1) order by p.occurred_at, p.key`,
    externalIds,
  );
const bindsOf = async ({ champion }: Recommender) =>
  (await stage.sql("select 1 from referral where champion_id = $1 and void_reason is null", champion.id)).length;

/** One bind, a decision with its checks about every purchase, and thanks for the first alone, written once. */
async function expectOneFriend(anna: Recommender, externalIds: string[], purchases: number, due = 1_000): Promise<void> {
  const story = await storyOf(...externalIds);
  expect(new Set(story.map(({ key }) => key)).size).toBe(purchases);
  for (const { champion, steps } of story) expect([champion, steps > 0]).toEqual([anna.champion.id, true]);
  expect(story.map(({ rewards }) => rewards.map((reward) => reward.due))).toEqual([[due], ...Array<number[]>(purchases - 1).fill([])]);
  expect(await bindsOf(anna)).toBe(1);
}

/** Chance decides who comes first, so it is asked often; in the end the books agree. */
async function often(once: (i: number) => Promise<void>): Promise<void> {
  for (let i = 0; i < REPEATS; i++) await once(i);
  expect((await auditBooks({}, stage)).findings).toEqual([]);
}

describe("told at the same moment about one customer (F9, I12)", () => {
  it("sales with a token bind once and thank for the first", () => often(async (i) => {
    const anna = await aRecommender(stage, stage.friends);
    const [token, customer] = [await aClickToken(stage, anna), aCustomer()];
    const n = 5 + (i % 4);
    const answers = await Promise.all(times(n, () => sale(customer, token)));
    expect(answers.every(({ attributed }) => attributed)).toBe(true);
    await expectOneFriend(anna, [customer], n);
  }));

  it("sales of a friend who is bound already thank for the first", () => often(async (i) => {
    const anna = await aRecommender(stage, stage.friends);
    const [token, customer] = [await aClickToken(stage, anna), aCustomer()];
    await lead(customer, token);
    const n = 5 + (i % 4);
    await Promise.all(times(n, () => sale(customer, null)));
    await expectOneFriend(anna, [customer], n);
  }));

  it("one sale is one, however often it is told", () => often(async () => {
    const anna = await aRecommender(stage, stage.friends);
    const [token, customer, invoice] = [await aClickToken(stage, anna), aCustomer(), newId("pur")];
    const answers = await Promise.all(times(6, () => sale(customer, token, invoice)));
    expect(answers.filter(({ duplicate }) => !duplicate)).toHaveLength(1);
    await expectOneFriend(anna, [customer], 1);
  }));

  it("sales and sign-ups with one token are one friend", () => often(async (i) => {
    const anna = await aRecommender(stage, stage.friends);
    const [token, customer] = [await aClickToken(stage, anna), aCustomer()];
    const acts = [...Array(3).keys()].flatMap(() => [() => sale(customer, token), () => lead(customer, token)]);
    await Promise.all((i % 2 ? acts : acts.reverse()).map((act) => act()));
    await expectOneFriend(anna, [customer], 3);
  }));

  it("a sale and its refund leave what is left of it", () => often(async (i) => {
    const anna = await aRecommender(stage, stage.friends);
    const [token, customer, invoice] = [await aClickToken(stage, anna), aCustomer(), newId("pur")];
    const acts = [() => sale(customer, token, invoice), () => refund(invoice, 2_000n), () => sale(customer, token, invoice)];
    await Promise.all((i % 2 ? acts : acts.reverse()).map((act) => act()));
    await expectOneFriend(anna, [customer], 1, 750);
  }));

  it("sign-ups and purchases of an organisation's members are the organisation's (A18)", () => often(async () => {
    const anna = await aRecommender(stage, stage.friends);
    const [token, organisation] = [await aClickToken(stage, anna), newId("cst")];
    const ids = Array.from({ length: 5 }, aCustomer);
    await Promise.all(ids.map((id) => lead(id, token, organisation)));
    expect(await bindsOf(anna)).toBe(1);
    await Promise.all(ids.map((id) => sale(id, null)));
    await expectOneFriend(anna, ids, 5);
  }));

  it("a payment is one, told by Stripe and by the shop (M10)", () => often(async () => {
    const anna = await aRecommender(stage, stage.friends);
    const [token, customer] = [await aClickToken(stage, anna), aCustomer()];
    const session = await stage.shop.buys({ email: stage.anAddress(), tokens: [token] });
    const payment = String(session.payment_intent);
    await Promise.all([stage.shop.tells(), ...times(4, () => sale(customer, token, payment, "stripe"))]);
    const purchases = await stage.sql("select c.champion_id as champion from purchase p join conversion c on c.purchase_id = p.id where p.key = $1", payment);
    expect(purchases).toEqual([{ champion: anna.champion.id }]);
    expect(await stage.rewardsOf(anna)).toMatchObject([{ due: 1_000 }]);
    expect(await bindsOf(anna)).toBe(1);
  }));
});
