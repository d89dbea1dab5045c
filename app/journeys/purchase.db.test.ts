import { beforeAll, describe, expect, it } from "vitest";
import { emailHashOf } from "~/identity/email-hash.server";
import type { LiveProgram } from "~/programs/program";
import { aClickToken, aRecommender, type Recommender } from "~/testing/builders/attribution";
import { aShop, type TestShop } from "~/testing/builders/commerce";
import { aCompany, aProgram } from "~/testing/builders/programs";
import { testDatabase, type TestDatabase } from "~/testing/test-database";

let test: TestDatabase;
let shop: TestShop;
let friends: LiveProgram;
let affiliates: LiveProgram;

beforeAll(async () => {
  test = await testDatabase();
  await aCompany(test.db);
  shop = await aShop(test);
  friends = await aProgram(test.db, { slug: "friends", clock: test.clock });
  affiliates = await aProgram(test.db, { slug: "affiliates", type: "affiliate", clock: test.clock });
});

let count = 0;
const anAddress = (name = "friend") => `${name}-${++count}@example.test`;

async function sql<Row>(text: string, ...values: unknown[]): Promise<Row[]> {
  return (await test.db.pool.query(text, values)).rows as Row[];
}

const rewardsOf = ({ champion }: Recommender) =>
  sql<{ status: string; reason: string | null; due: number; currency: string }>(
    "select status, reason, due_minor::int as due, currency from reward where champion_id = $1 order by id",
    champion.id,
  );

/** "Anna", "nobody: reason" … per purchase of an address, oldest first. */
async function winnersOf(email: string, names: Record<string, Recommender>): Promise<string[]> {
  const rows = await sql<{ championId: string | null; reason: string | null }>(
    `select c.champion_id as "championId", c.reason from purchase p join conversion c on c.purchase_id = p.id
      where p.email_hash = $1 order by p.occurred_at, p.key`,
    emailHashOf(email),
  );
  const nameOf = (id: string) => Object.entries(names).find(([, { champion }]) => champion.id === id)?.[0] ?? "somebody";
  return rows.map(({ championId, reason }) => (championId ? nameOf(championId) : `nobody: ${reason}`));
}

describe("a recommended friend buys", () => {
  it("once, told in several events: one purchase, one conversion, one pending reward, one mail", async () => {
    const anna = await aRecommender(test, friends);
    const token = await aClickToken(test, anna, { initial: "J" });
    await shop.later({ minutes: 10 });
    const email = anAddress();
    await shop.buys({ email, tokens: [token] });
    await shop.tells();
    expect(await winnersOf(email, { anna })).toEqual(["anna"]);
    expect(await rewardsOf(anna)).toEqual([{ status: "pending", reason: "routine_check", due: 1_000, currency: "EUR" }]);
    const [purchase] = await sql<Record<string, unknown>>("select * from purchase where $1 = any(click_tokens)", token);
    expect(purchase).toMatchObject({ paid_minor: "8000", tax_minor: "0", key: expect.stringMatching(/^pi_/) });
    const [referral] = await sql("select friend_initial, bound_at from referral where champion_id = $1", anna.champion.id);
    expect(referral).toEqual({ friend_initial: "J", bound_at: purchase?.occurred_at });
    const checks = await sql("select t.rule, t.outcome from trust_check t join conversion c on c.id = t.conversion_id where c.champion_id = $1 order by rule", anna.champion.id);
    expect(checks).toEqual([
      { rule: "R1", outcome: "pass" }, { rule: "R10", outcome: "pass" }, { rule: "R3", outcome: "pass" },
      { rule: "R4", outcome: "pass" }, { rule: "R9", outcome: "routine_check" },
    ]);
    expect(await sql("select template from mail where person_id = $1", anna.person.id)).toEqual([{ template: "recommendation_bought" }]);
  });

  it("nowhere does the address stay readable (P9)", async () => {
    const anna = await aRecommender(test, friends);
    const email = anAddress("hidden");
    await shop.buys({ email, tokens: [await aClickToken(test, anna)] });
    await shop.tells();
    const tables = await sql<{ name: string }>("select table_name as name from information_schema.tables where table_schema = 'public'");
    for (const { name } of tables) {
      const found = await sql(`select 1 from "${name}" t where t::text ilike $1`, `%${email.split("@")[0]}%`);
      expect([name, found.length]).toEqual([name, 0]);
    }
  });

  it("as a guest, and again with an account at the same address: one friend", async () => {
    const anna = await aRecommender(test, friends);
    const email = anAddress();
    await shop.buys({ email, tokens: [await aClickToken(test, anna)], keepCustomer: false });
    await shop.tells();
    await shop.later({ days: 1 });
    await shop.buys({ email });
    await shop.tells();
    expect(await winnersOf(email, { anna })).toEqual(["anna", "anna"]);
    expect(await rewardsOf(anna)).toHaveLength(1);
  });

  it("by subscription: keyed by the invoice, renewals count for the same champion and earn nothing more", async () => {
    const anna = await aRecommender(test, friends);
    const email = anAddress();
    const session = await shop.buys({ email, tokens: [await aClickToken(test, anna)], subscription: true });
    await shop.tells();
    const keys = await sql<{ key: string; subscription_id: string }>("select key, subscription_id from purchase where subscription_id = $1", session.subscription);
    expect(keys).toEqual([{ key: expect.stringMatching(/^in_/), subscription_id: session.subscription }]);
    for (const month of [1, 2]) {
      await shop.later({ days: 32 });
      await shop.tells();
      expect(await winnersOf(email, { anna })).toHaveLength(1 + month);
    }
    expect(await winnersOf(email, { anna })).toEqual(["anna", "anna", "anna"]);
    expect(await rewardsOf(anna)).toHaveLength(1);
  });

  it("with an invoice written afterwards: still one purchase", async () => {
    const anna = await aRecommender(test, friends);
    const email = anAddress();
    const session = await shop.buys({ email, tokens: [await aClickToken(test, anna)], invoice: true });
    await shop.tells();
    const rows = await sql("select key, payment_intent_id from purchase where payment_intent_id = $1", session.payment_intent);
    expect(rows).toEqual([{ key: session.invoice, payment_intent_id: session.payment_intent }]);
    expect(await rewardsOf(anna)).toHaveLength(1);
  });

  it("with only a code typed by hand and no click at all", async () => {
    const anna = await aRecommender(test, friends, { code: "ANNA-KOFFIE" });
    await shop.offers("ANNA-KOFFIE");
    const email = anAddress();
    await shop.buys({ email, code: "anna-koffie" });
    await shop.tells();
    expect(await winnersOf(email, { anna })).toEqual(["anna"]);
    expect(await sql("select kind, source from touch where champion_id = $1", anna.champion.id)).toEqual([{ kind: "code", source: "ANNA-KOFFIE" }]);
  });

  it("with a code that is nobody's: a discount of the shop's own", async () => {
    await shop.offers("SPRING10");
    const email = anAddress();
    await shop.buys({ email, code: "SPRING10" });
    await shop.tells();
    expect(await winnersOf(email, {})).toEqual(["nobody: not_referred"]);
  });

  it("after meeting two champions of one program: the first wins, the other keeps the reason", async () => {
    const [anna, bea] = [await aRecommender(test, friends), await aRecommender(test, friends)];
    const first = await aClickToken(test, anna);
    await shop.later({ days: 2 });
    const second = await aClickToken(test, bea);
    await shop.later({ days: 1 });
    const email = anAddress();
    await shop.buys({ email, tokens: [second, first] });
    await shop.tells();
    expect(await winnersOf(email, { anna, bea })).toEqual(["anna"]);
    const touches = await sql(
      "select ct.won, ct.reason from conversion_touch ct join touch t on t.id = ct.touch_id where t.champion_id = any($1) order by ct.won desc",
      [anna.champion.id, bea.champion.id],
    );
    expect(touches).toEqual([{ won: true, reason: null }, { won: false, reason: "other_champion" }]);
  });

  it("after meeting champions of two programs: the first touch of one goes before the last touch of the other", async () => {
    const [anna, rik] = [await aRecommender(test, friends), await aRecommender(test, affiliates)];
    const first = await aClickToken(test, rik);
    await shop.later({ days: 1 });
    const second = await aClickToken(test, anna);
    const email = anAddress();
    await shop.buys({ email, tokens: [first, second] });
    await shop.tells();
    expect(await winnersOf(email, { anna, rik })).toEqual(["anna"]);
    expect(await rewardsOf(rik)).toEqual([]);
  });

  it("through an affiliate: a percentage", async () => {
    const rik = await aRecommender(test, affiliates);
    await shop.buys({ email: anAddress(), tokens: [await aClickToken(test, rik)], amountMinor: 12_345 });
    await shop.tells();
    expect(await rewardsOf(rik)).toMatchObject([{ due: 1_235 }]);
  });
});

describe("nobody is thanked", () => {
  it("for their own purchase, not even through another spelling of the address (R1)", async () => {
    const anna = await aRecommender(test, friends, { email: `anna.self${++count}@gmail.com` });
    const email = `Anna.Self${count}+kado@googlemail.com`;
    await shop.buys({ email, tokens: [await aClickToken(test, anna)] });
    await shop.tells();
    expect(await winnersOf(email, { anna })).toEqual(["nobody: self_referral"]);
    expect(await rewardsOf(anna)).toEqual([]);
    const [check] = await sql("select t.outcome from trust_check t join conversion c on c.id = t.conversion_id join purchase p on p.id = c.purchase_id where t.rule = 'R1' order by t.id desc limit 1");
    expect(check).toEqual({ outcome: "block" });
  });

  it("for somebody who paid before, known to us or only to Stripe (A8, A17)", async () => {
    const anna = await aRecommender(test, friends);
    const email = anAddress();
    await shop.buys({ email });
    await shop.tells();
    await shop.later({ days: 1 });
    await shop.buys({ email, tokens: [await aClickToken(test, anna)] });
    await shop.tells();
    expect(await winnersOf(email, { anna })).toEqual(["nobody: not_referred", "nobody: friend_not_new"]);

    const old = anAddress("old");
    const session = await shop.buys({ email: old });
    await shop.news();
    await shop.later({ days: 1 });
    await shop.buys({ email: old, customer: String(session.customer), tokens: [await aClickToken(test, anna)] });
    await shop.tells();
    expect(await winnersOf(old, { anna })).toEqual(["nobody: friend_not_new"]);
  });

  it("while the money is on its way; once it arrived, yes", async () => {
    const anna = await aRecommender(test, friends);
    const email = anAddress();
    const session = await shop.buys({ email, tokens: [await aClickToken(test, anna)], settlesLater: true });
    await shop.tells();
    expect(await winnersOf(email, { anna })).toEqual([]);
    await shop.later({ days: 3 });
    await shop.sandbox.control("POST", `/sessions/${session.id}/settle`, { succeeds: true });
    await shop.tells();
    expect(await winnersOf(email, { anna })).toEqual(["anna"]);
  });

  it("for a payment that failed, or a checkout of nothing (W3)", async () => {
    const anna = await aRecommender(test, friends);
    const [failing, free] = [anAddress(), anAddress()];
    const session = await shop.buys({ email: failing, tokens: [await aClickToken(test, anna)], settlesLater: true });
    await shop.sandbox.control("POST", `/sessions/${session.id}/settle`, { succeeds: false });
    await shop.buys({ email: free, tokens: [await aClickToken(test, anna)], amountMinor: 0 });
    await shop.tells();
    expect([...(await winnersOf(failing, { anna })), ...(await winnersOf(free, { anna }))]).toEqual([]);
    expect(await rewardsOf(anna)).toEqual([]);
  });

  it("by a token that was tampered with or signed for nobody (A9)", async () => {
    const anna = await aRecommender(test, friends);
    const token = await aClickToken(test, anna);
    const email = anAddress();
    await shop.buys({ email, tokens: [`${token.slice(0, -1)}${token.endsWith("A") ? "B" : "A"}`] });
    await shop.tells();
    expect(await winnersOf(email, { anna })).toEqual(["nobody: token_invalid"]);
  });
});

describe("a friend whose champion left", () => {
  it("renews for nobody, and the checks still speak of how they were brought", async () => {
    const anna = await aRecommender(test, friends);
    const email = anAddress();
    await shop.buys({ email, tokens: [await aClickToken(test, anna)], subscription: true });
    await shop.tells();
    await shop.later({ hours: 1 });
    await sql("update champion set status = 'left', left_at = $2 where id = $1", anna.champion.id, test.clock.now());
    await shop.later({ days: 32 });
    await shop.tells();
    expect(await winnersOf(email, { anna })).toEqual(["anna", "nobody: champion_not_valid"]);
    expect(await rewardsOf(anna)).toHaveLength(1);
    const checks = await sql(
      `select t.rule, t.outcome from trust_check t join conversion c on c.id = t.conversion_id join purchase p on p.id = c.purchase_id
        where p.email_hash = $1 and c.outcome = 'unattributed' order by t.rule`,
      emailHashOf(email),
    );
    expect(checks).toEqual([{ rule: "R1", outcome: "pass" }, { rule: "R3", outcome: "pass" }, { rule: "R4", outcome: "pass" }]);
  });
});

describe("what it is worth", () => {
  it("a first payment below the minimum earns nothing and says so; the next that reaches it does", async () => {
    const anna = await aRecommender(test, friends);
    const email = anAddress();
    await shop.buys({ email, tokens: [await aClickToken(test, anna)], amountMinor: 1_500 });
    await shop.tells();
    expect(await rewardsOf(anna)).toEqual([{ status: "rejected", reason: "below_minimum_purchase", due: 0, currency: "EUR" }]);
    await shop.later({ days: 5 });
    await shop.buys({ email, amountMinor: 5_000 });
    await shop.tells();
    expect((await rewardsOf(anna)).map(({ status, due }) => [status, due])).toEqual([["rejected", 0], ["pending", 1_000]]);
    await shop.later({ days: 5 });
    await shop.buys({ email, amountMinor: 5_000 });
    await shop.tells();
    expect(await rewardsOf(anna)).toHaveLength(2);
  });

  it("a payment in another currency counts, earns nothing and says so; the next in the program's does", async () => {
    const anna = await aRecommender(test, friends);
    const email = anAddress();
    await shop.buys({ email, tokens: [await aClickToken(test, anna)], currency: "usd" });
    await shop.tells();
    expect(await winnersOf(email, { anna })).toEqual(["anna"]);
    expect(await rewardsOf(anna)).toEqual([{ status: "rejected", reason: "currency_unavailable", due: 0, currency: "EUR" }]);
    expect(await sql("select genuine, payable, clause_number is not null as told from reward where champion_id = $1", anna.champion.id)).toEqual([
      { genuine: "yes", payable: "no", told: true },
    ]);
    await shop.later({ days: 1 });
    await shop.buys({ email });
    await shop.tells();
    expect((await rewardsOf(anna)).map(({ status }) => status)).toEqual(["rejected", "pending"]);
  });
});
