import fc from "fast-check";
import type Stripe from "stripe";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { auditLedger } from "~/ledger/audit-ledger.server";
import type { LiveProgram } from "~/programs/program";
import { auditRefunds } from "~/rewards/audit-refunds.server";
import { auditRewards } from "~/rewards/audit-rewards.server";
import { presentTokens } from "~/sharing/present-tokens.server";
import { aClickToken, aRecommender, type Recommender } from "~/testing/builders/attribution";
import { aShop, type TestShop } from "~/testing/builders/commerce";
import { aCompany, aProgram } from "~/testing/builders/programs";
import { testDatabase, type TestDatabase } from "~/testing/test-database";
import { reconcileStripeEvents } from "./reconcile-stripe-events.server";
import { takeInStripeEvent } from "./take-in-stripe-event.server";

let test: TestDatabase;
let shop: TestShop;
let program: LiveProgram;

beforeAll(async () => {
  test = await testDatabase();
  await aCompany(test.db);
  shop = await aShop(test);
  program = await aProgram(test.db, { clock: test.clock });
});
beforeEach(() => shop.sandbox.control("DELETE", "/faults"));

let count = 0;
const anAddress = () => `buyer-${++count}@example.test`;

async function rows<Row = Record<string, unknown>>(text: string, ...values: unknown[]): Promise<Row[]> {
  return (await test.db.pool.query(text, values)).rows as Row[];
}
const rewardsOf = ({ champion }: Recommender) =>
  rows("select due_minor::int as due, paid_minor::int as paid, taken_back_minor::int as taken from reward where champion_id = $1 order by id", champion.id);
const inboxIds = async (events: Stripe.Event[]) =>
  (await rows<{ id: string }>("select id from inbox_event where event_id = any($1)", events.map(({ id }) => id))).map(({ id }) => id);
const work = (id: string) => takeInStripeEvent({ inboxEventId: id }, { ...test, stripe: shop.stripe });
const statusOf = async (event: { id: string }) =>
  (await rows("select status, error from inbox_event where event_id = $1", event.id))[0];

describe("a history of webhooks (G2, F8)", () => {
  it("ends the same in any order, doubled, and many at a time", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          subscription: fc.boolean(),
          refunds: fc.array(fc.integer({ min: 1, max: 3_000 }), { maxLength: 2 }),
          failsLater: fc.boolean(),
          copies: fc.integer({ min: 1, max: 3 }),
          seed: fc.integer(),
        }),
        async ({ subscription, refunds, failsLater, copies, seed }) => {
          const anna = await aRecommender(test, program);
          const session = await shop.buys({ email: anAddress(), tokens: [await aClickToken(test, anna)], subscription });
          const intent = String(session.payment_intent ?? (await paymentOf(String(session.invoice))));
          let taken = 0;
          for (const amount of refunds) {
            const { id } = await shop.stripe.refunds.create({ payment_intent: intent, amount });
            taken += amount;
            if (failsLater && amount === refunds[0]) {
              await shop.sandbox.control("POST", `/refunds/${id}/fail`);
              taken -= amount;
            }
          }
          const events = await shop.news();
          const order = shuffled(Array.from({ length: copies }, () => events).flat(), seed);
          await Promise.all(order.map((event) => shop.deliver(event)));
          const jobs = shuffled([...(await inboxIds(events)), ...(await inboxIds(events))], seed + 1);
          await Promise.all(jobs.map(work));
          const due = 1_000 - Math.round((1_000 * taken) / 8_000);
          expect(await rewardsOf(anna)).toEqual([{ due, paid: 8_000, taken }]);
        },
      ),
      { numRuns: 6 },
    );
    const purchases = await rows("select count(*)::int as all, count(distinct payment_intent_id)::int as payments from purchase");
    expect(purchases[0]?.all).toBe(purchases[0]?.payments);
    expect(await rows("select subject_id from referral group by subject_id having count(*) > 1")).toEqual([]);
    await test.db.transaction("audit", async (tx) => {
      expect(await auditLedger(tx)).toEqual([]);
      expect(await auditRewards(tx)).toEqual([]);
      expect(await auditRefunds(tx)).toEqual([]);
    });
  });

  it("two friends at once bring two rewards, one friend's two payments at once bring one", async () => {
    const anna = await aRecommender(test, program);
    const email = anAddress();
    await shop.buys({ email: anAddress(), tokens: [await aClickToken(test, anna)] });
    const token = await aClickToken(test, anna);
    await shop.buys({ email, tokens: [token] });
    await shop.buys({ email, tokens: [token] });
    const events = await shop.news();
    for (const event of events) await shop.deliver(event);
    await Promise.all((await inboxIds(events)).map(work));
    const due = (await rewardsOf(anna)).map((reward) => Number(reward.due));
    expect(due.filter((amount) => amount > 0)).toEqual([1_000, 1_000]);
  });
});

describe("one event", () => {
  it("dedupe-never-before-work: is tried again when Stripe cannot be asked, and loses nothing (N1)", async () => {
    const anna = await aRecommender(test, program);
    await shop.buys({ email: anAddress(), tokens: [await aClickToken(test, anna)] });
    const events = await shop.news();
    const paid = events.find(({ type }) => type === "payment_intent.succeeded") as Stripe.Event;
    await shop.deliver(paid);
    await shop.sandbox.control("POST", "/faults", { kind: "error_500_before", method: "GET", path: "/v1/payment_intents/*", count: 1 });
    const [id] = await inboxIds([paid]);
    await expect(work(id ?? "")).rejects.toMatchObject({ name: "StripeCallError", outcome: "unknown" });
    expect(await statusOf(paid)).toEqual({ status: "received", error: "StripeCallError" });
    await work(id ?? "");
    expect(await statusOf(paid)).toEqual({ status: "processed", error: null });
    expect(await rewardsOf(anna)).toHaveLength(1);
  });

  it("that carries the name of a page's list of tokens is read as those tokens (P3)", async () => {
    const [anna, bea] = [await aRecommender(test, program), await aRecommender(test, program)];
    const first = await aClickToken(test, anna);
    test.clock.advance({ minutes: 1 });
    const kept = await presentTokens([await aClickToken(test, bea), first], test);
    await shop.buys({ email: anAddress(), tokens: [kept?.reference ?? ""] });
    await shop.tells();
    expect(await rewardsOf(anna)).toHaveLength(1);
    expect(await rewardsOf(bea)).toEqual([]);
  });

  it("of an object Stripe no longer knows is read from the event itself", async () => {
    const anna = await aRecommender(test, program);
    const token = await aClickToken(test, anna);
    const created = Math.floor(test.clock.now().getTime() / 1000);
    const intent = { id: "pi_gone", object: "payment_intent", status: "succeeded", currency: "eur", customer: null, amount_received: 8_000, created, metadata: { vouch: token }, receipt_email: anAddress(), latest_charge: null };
    await shop.deliver({ id: "evt_gone", object: "event", type: "payment_intent.succeeded", api_version: null, livemode: false, created, data: { object: intent } });
    await shop.works();
    expect(await statusOf({ id: "evt_gone" })).toEqual({ status: "processed", error: null });
    expect(await rewardsOf(anna)).toEqual([{ due: 1_000, paid: 8_000, taken: 0 }]);
  });

  it.each<[string, string, unknown]>([
    ["of a kind we do not know", "issuing_card.created", { id: "ic_1", object: "issuing.card" }],
    ["about a checkout that expired", "checkout.session.expired", { id: "cs_1", object: "checkout.session" }],
    ["about a coupon", "coupon.deleted", { id: "co_1", object: "coupon" }],
    ["about nothing with an id", "customer.created", {}],
  ])("%s is done with, without effect", async (_title, type, object) => {
    const id = `evt_idle_${++count}`;
    const before = await rows("select (select count(*) from purchase) as p, (select count(*) from customer) as c");
    await shop.deliver({ id, object: "event", type, api_version: null, livemode: false, created: 1_793_620_800, data: { object } });
    await shop.works();
    expect(await statusOf({ id })).toEqual({ status: "processed", error: null });
    expect(await rows("select (select count(*) from purchase) as p, (select count(*) from customer) as c")).toEqual(before);
  });

  it.each<[string, unknown]>([
    ["has no object", { data: {} }],
    ["has an object of another shape", { data: { object: { id: "re_1", object: "refund", amount: "ten euro" } } }],
    ["tells an amount that is no whole number", { data: { object: { id: "re_2", object: "refund", amount: 0.5, currency: "eur", created: 1, payment_intent: "pi_1" } } }],
  ])("that %s is given up at once and stays visible (I28)", async (_title, over) => {
    const id = `evt_odd_${++count}`;
    await shop.deliver({ id, object: "event", type: "refund.created", api_version: null, livemode: false, created: 1_793_620_800, ...(over as object) });
    await shop.works();
    expect(await statusOf({ id })).toMatchObject({ status: "dead" });
  });

  it("that never reached us is found in Stripe's list within the hour", async () => {
    const anna = await aRecommender(test, program);
    await shop.later({ hours: 3 });
    await reconcileStripeEvents({ ...test, stripe: shop.stripe });
    await shop.works();
    await shop.buys({ email: anAddress(), tokens: [await aClickToken(test, anna)] });
    await shop.later({ hours: 1 });
    expect(await reconcileStripeEvents({ ...test, stripe: shop.stripe })).toBeGreaterThan(0);
    expect(await reconcileStripeEvents({ ...test, stripe: shop.stripe })).toBe(0);
    await shop.works();
    expect(await rewardsOf(anna)).toEqual([{ due: 1_000, paid: 8_000, taken: 0 }]);
    await shop.tells();
    expect(await rewardsOf(anna)).toHaveLength(1);
  });

  it("waits, and is not given up, while something stored by us cannot be read", async () => {
    const other = await aProgram(test.db, { clock: test.clock });
    const anna = await aRecommender(test, other);
    await shop.tells();
    await shop.buys({ email: anAddress(), tokens: [await aClickToken(test, anna)] });
    await rows(
      "insert into program_version (id, program_id, number, rules, copy, published_at, published_by) values ('prv_torn', $1, 99, '{}', '{}', now(), 'system')",
      other.id,
    );
    await rows("update program set current_version_id = 'prv_torn' where id = $1", other.id);
    const events = await shop.news();
    for (const event of events) await shop.deliver(event);
    await expect(shop.works()).rejects.toThrow("expected");
    expect(await Promise.all(events.map(statusOf))).not.toContainEqual(expect.objectContaining({ status: "dead" }));
  });
});

async function paymentOf(invoiceId: string): Promise<string> {
  const invoice = await shop.stripe.invoices.retrieve(invoiceId, { expand: ["payments"] });
  return String(invoice.payments?.data[0]?.payment.payment_intent);
}

function shuffled<T>(items: T[], seed: number): T[] {
  const order = items.map((item, i) => ({ item, key: Math.abs(Math.sin(seed + i * 12.9898) * 43_758.5453) % 1 }));
  return order.sort((a, b) => a.key - b.key).map(({ item }) => item);
}
