import type Stripe from "stripe";
import { beforeAll, describe, expect, it } from "vitest";
import { auditLedger } from "~/ledger/audit-ledger.server";
import type { LiveProgram } from "~/programs/program";
import { approveReward } from "~/rewards/approve-reward.server";
import { auditRefunds } from "~/rewards/audit-refunds.server";
import { auditRewards } from "~/rewards/audit-rewards.server";
import { markRewardInTransit, markRewardPaid } from "~/rewards/mark-reward.server";
import { releaseReward } from "~/rewards/release-reward.server";
import { aClickToken, aRecommender, type Recommender } from "~/testing/builders/attribution";
import { aShop, type TestShop } from "~/testing/builders/commerce";
import { aCompany, aProgram } from "~/testing/builders/programs";
import { testDatabase, type TestDatabase } from "~/testing/test-database";

let test: TestDatabase;
let shop: TestShop;
let program: LiveProgram;

beforeAll(async () => {
  test = await testDatabase();
  await aCompany(test.db);
  shop = await aShop(test);
  program = await aProgram(test.db, { clock: test.clock });
});

let count = 0;

/** A friend of this champion pays EUR 80, which earns EUR 10; the product has not heard of it yet. */
async function aRecommendedPayment(over: Parameters<TestShop["buys"]>[0] = {}) {
  const anna = await aRecommender(test, program);
  const session = await shop.buys({ email: `buyer-${++count}@example.test`, tokens: [await aClickToken(test, anna)], ...over });
  const intent = session.payment_intent && String(session.payment_intent);
  const charge = intent && String((await shop.stripe.paymentIntents.retrieve(intent)).latest_charge);
  return { anna, session, intent: intent ?? "", charge: charge ?? "" };
}

async function rewardOf({ champion }: Recommender) {
  const { rows } = await test.db.pool.query(
    "select status, reason, due_minor::int as due from reward where champion_id = $1 order by id",
    [champion.id],
  );
  expect(rows.length).toBeLessThanOrEqual(1);
  return rows[0] ? [rows[0].status, rows[0].due, rows[0].reason] : null;
}

const refund = (intent: string, amount?: number) => shop.stripe.refunds.create({ payment_intent: intent, ...(amount && { amount }) });
const mailsTo = async ({ person }: Recommender) =>
  (await test.db.pool.query("select template from mail where person_id = $1 order by id", [person.id])).rows.map((row) => row.template);

describe("a refund takes the reward back in proportion (M4, M5, M6, M9)", () => {
  it("part by part, to nothing in the end, and tells the champion", async () => {
    const { anna, intent } = await aRecommendedPayment();
    await shop.tells();
    await refund(intent, 2_000);
    await shop.tells();
    expect(await rewardOf(anna)).toEqual(["pending", 750, "routine_check"]);
    await refund(intent, 3_333);
    await shop.tells();
    expect(await rewardOf(anna)).toEqual(["pending", 333, "routine_check"]);
    await refund(intent);
    await shop.tells();
    expect(await rewardOf(anna)).toEqual(["reversed", 0, "refund_full"]);
    expect(await mailsTo(anna)).toContain("reward_reversed");
  });

  it("that came before its payment is stored and applied then (M7)", async () => {
    const { anna, intent } = await aRecommendedPayment();
    await refund(intent, 4_000);
    const isRefund = ({ type }: Stripe.Event) => type.startsWith("refund.") || type === "charge.refunded";
    await shop.tells((events) => [...events.filter(isRefund), ...events.filter((event) => !isRefund(event))]);
    expect(await rewardOf(anna)).toEqual(["pending", 500, "routine_check"]);
  });

  it("that fails later gives back exactly what it took (M6, I16)", async () => {
    const { anna, intent } = await aRecommendedPayment();
    await shop.tells();
    const { id } = await refund(intent);
    await shop.tells();
    expect(await rewardOf(anna)).toEqual(["reversed", 0, "refund_full"]);
    await shop.sandbox.control("POST", `/refunds/${id}/fail`);
    await shop.tells();
    expect(await rewardOf(anna)).toEqual(["pending", 1_000, "in_review"]);
  });

  it("on its way takes nothing yet", async () => {
    await shop.sandbox.control("POST", "/refunds", { mode: "pending" });
    const { anna, intent } = await aRecommendedPayment();
    const { id } = await refund(intent);
    await shop.tells();
    expect(await rewardOf(anna)).toEqual(["pending", 1_000, "routine_check"]);
    await shop.sandbox.control("POST", `/refunds/${id}/succeed`);
    await shop.sandbox.control("POST", "/refunds", { mode: "succeed" });
    await shop.tells();
    expect(await rewardOf(anna)).toEqual(["reversed", 0, "refund_full"]);
  });

  it("of a subscription's invoice, by refund and by credit note, never twice (M9)", async () => {
    const { anna, session } = await aRecommendedPayment({ subscription: true });
    await shop.tells();
    const invoice = String(session.invoice);
    await shop.stripe.creditNotes.create({ invoice, amount: 2_000, refund_amount: 2_000 });
    await shop.tells();
    expect(await rewardOf(anna)).toEqual(["pending", 750, "routine_check"]);
    await shop.stripe.creditNotes.create({ invoice, amount: 2_000, credit_amount: 2_000 });
    await shop.tells();
    expect(await rewardOf(anna)).toEqual(["pending", 500, "routine_check"]);
  });
});

describe("a dispute (M8)", () => {
  it("open with the money still here: everything waits; won: it goes on", async () => {
    const { anna, charge } = await aRecommendedPayment();
    await shop.tells();
    const { id } = await shop.sandbox.control<{ id: string }>("POST", `/charges/${charge}/dispute`, { inquiry: true });
    await shop.tells();
    expect(await rewardOf(anna)).toEqual(["held", 1_000, "dispute_open"]);
    await shop.sandbox.control("POST", `/disputes/${id}/win`);
    await shop.tells();
    const [status, due] = (await rewardOf(anna)) ?? [];
    expect([status, due]).toEqual(["held", 1_000]);
  });

  it("money withdrawn or lost: taken back; reinstated: restored exactly (I16)", async () => {
    const { anna, charge } = await aRecommendedPayment();
    await shop.tells();
    const { id } = await shop.sandbox.control<{ id: string }>("POST", `/charges/${charge}/dispute`, {});
    await shop.tells();
    expect(await rewardOf(anna)).toEqual(["reversed", 0, "dispute_lost"]);
    await shop.sandbox.control("POST", `/disputes/${id}/win`);
    await shop.tells();
    expect((await rewardOf(anna))?.[1]).toBe(1_000);

    const lost = await aRecommendedPayment();
    await shop.tells();
    const dispute = await shop.sandbox.control<{ id: string }>("POST", `/charges/${lost.charge}/dispute`, {});
    await shop.sandbox.control("POST", `/disputes/${dispute.id}/lose`);
    await shop.tells();
    expect(await rewardOf(lost.anna)).toEqual(["reversed", 0, "dispute_lost"]);
  });
});

describe("facts heard of late (A6, I23)", () => {
  it("an earlier purchase told afterwards: nobody's friend after all, and the reward goes back", async () => {
    const email = `late-${++count}@example.test`;
    await shop.buys({ email });
    const first = await shop.news();
    await shop.later({ days: 1 });
    const anna = await aRecommender(test, program);
    await shop.buys({ email, tokens: [await aClickToken(test, anna)] });
    const second = await shop.news();
    for (const event of second) await shop.deliver(event);
    await shop.works();
    expect(await rewardOf(anna)).toEqual(["pending", 1_000, "routine_check"]);
    for (const event of first) await shop.deliver(event);
    await shop.works();
    expect(await rewardOf(anna)).toEqual(["reversed", 0, "correction"]);
    expect(await mailsTo(anna)).toContain("reward_reversed");
    const { rows } = await test.db.pool.query("select void_reason from referral where champion_id = $1", [anna.champion.id]);
    expect(rows).toEqual([{ void_reason: "friend_not_new" }]);
  });

  it("an earlier purchase brought by somebody else: the reward moves to them, and a refund does not bring the other back", async () => {
    const email = `moved-${++count}@example.test`;
    const [anna, bea] = [await aRecommender(test, program), await aRecommender(test, program)];
    const session = await shop.buys({ email, tokens: [await aClickToken(test, anna)] });
    const first = await shop.news();
    await shop.later({ days: 1 });
    const again = await shop.buys({ email, tokens: [await aClickToken(test, bea)] });
    for (const event of await shop.news()) await shop.deliver(event);
    await shop.works();
    expect(await rewardOf(bea)).toEqual(["pending", 1_000, "routine_check"]);
    for (const event of first) await shop.deliver(event);
    await shop.works();
    expect(await rewardOf(anna)).toEqual(["pending", 1_000, "routine_check"]);
    expect(await rewardOf(bea)).toEqual(["reversed", 0, "correction"]);
    const { id } = await refund(String(again.payment_intent), 4_000);
    await shop.sandbox.control("POST", `/refunds/${id}/fail`);
    await refund(String(session.payment_intent), 4_000);
    await shop.tells();
    expect(await rewardOf(bea)).toEqual(["reversed", 0, "correction"]);
    expect(await rewardOf(anna)).toEqual(["pending", 500, "routine_check"]);
  });
});

describe("once somebody decided (A6)", () => {
  it("a payment told afterwards changes nothing any more", async () => {
    const email = `frozen-${++count}@example.test`;
    await shop.buys({ email });
    const first = await shop.news();
    await shop.later({ days: 1 });
    const anna = await aRecommender(test, program);
    await shop.buys({ email, tokens: [await aClickToken(test, anna)] });
    for (const event of await shop.news()) await shop.deliver(event);
    await shop.works();
    const { rows } = await test.db.pool.query("select id, version from reward where champion_id = $1", [anna.champion.id]);
    await approveReward({ rewardId: rows[0].id, by: "person:psn_admin", expectedVersion: rows[0].version }, test);
    for (const event of first) await shop.deliver(event);
    await shop.works();
    expect(await rewardOf(anna)).toEqual(["approved", 1_000, null]);
    await shop.later({ days: 1 });
    await shop.buys({ email });
    await shop.tells();
    expect(await rewardOf(anna)).toEqual(["approved", 1_000, null]);
  });

  it("refund-after-payout-and-partial: a refund reverses what was handed over, as a receivable (N2, M5)", async () => {
    const { anna, intent } = await aRecommendedPayment();
    await shop.tells();
    const { rows } = await test.db.pool.query("select id, version, due_minor from reward where champion_id = $1", [anna.champion.id]);
    const rewardId = rows[0].id as string;
    await approveReward({ rewardId, by: "person:psn_admin", expectedVersion: rows[0].version }, test);
    await shop.later({ days: 31 });
    const { rules, calendar } = { rules: program.version.rules, calendar: program.calendar };
    await releaseReward({ rewardId, championId: anna.champion.id, rules, calendar }, test);
    await test.db.transaction("pay", async (tx) => {
      await markRewardInTransit(tx, { rewardId, now: test.clock.now() });
      await markRewardPaid(tx, { rewardId, settledMinor: 1_000n, now: test.clock.now() });
    });
    await refund(intent, 4_000);
    await shop.tells();
    expect(await rewardOf(anna)).toEqual(["partly_reversed", 500, "refund_partial"]);
    await refund(intent);
    await shop.tells();
    expect(await rewardOf(anna)).toEqual(["reversed", 0, "refund_full"]);
  });
});

describe("after all of it", () => {
  it("the books balance and every reward stands in them as the refunds themselves say (I1, I13, I15)", async () => {
    await test.db.transaction("audit", async (tx) => {
      expect(await auditLedger(tx)).toEqual([]);
      expect(await auditRewards(tx)).toEqual([]);
      expect(await auditRefunds(tx)).toEqual([]);
    });
    const { rows } = await test.db.pool.query("select status, count(*)::int from inbox_event group by status");
    expect(rows.map(({ status }) => status)).toEqual(["processed"]);
  });
});
