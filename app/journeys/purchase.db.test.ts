import { beforeAll, describe, expect, it } from "vitest";
import { aClickToken, aRecommender } from "~/testing/builders/attribution";
import { purchaseStage, type PurchaseStage } from "~/testing/builders/purchases";

let stage: PurchaseStage;
beforeAll(async () => {
  stage = await purchaseStage();
});

describe("a recommended friend buys", () => {
  it("once, told in several events: one purchase, one conversion, one pending reward, one mail", async () => {
    const anna = await aRecommender(stage, stage.friends);
    const token = await aClickToken(stage, anna, { initial: "J" });
    await stage.shop.later({ minutes: 10 });
    const email = stage.anAddress();
    await stage.shop.buys({ email, tokens: [token] });
    await stage.shop.tells();
    expect(await stage.winnersOf(email, { anna })).toEqual(["anna"]);
    expect(await stage.rewardsOf(anna)).toEqual([{ status: "pending", reason: "routine_check", due: 1_000, currency: "EUR" }]);
    const [purchase] = await stage.sql<Record<string, unknown>>("select * from purchase where $1 = any(click_tokens)", token);
    expect(purchase).toMatchObject({ paid_minor: "8000", tax_minor: "0", key: expect.stringMatching(/^pi_/) });
    const [referral] = await stage.sql("select friend_initial, bound_at from referral where champion_id = $1", anna.champion.id);
    expect(referral).toEqual({ friend_initial: "J", bound_at: purchase?.occurred_at });
    const checks = await stage.sql("select t.rule, t.outcome from trust_check t join conversion c on c.id = t.conversion_id where c.champion_id = $1 order by rule", anna.champion.id);
    expect(checks).toEqual(
      ["R1", "R10", "R11", "R12", "R14", "R17", "R19", "R2", "R3", "R4", "R6", "R8", "R9"].map((rule) => ({
        rule, outcome: rule === "R9" ? "routine_check" : "pass",
      })),
    );
    expect(await stage.sql("select template from mail where person_id = $1", anna.person.id)).toEqual([{ template: "recommendation_bought" }]);
  });

  it("nowhere does the address stay readable (P9)", async () => {
    const anna = await aRecommender(stage, stage.friends);
    const email = stage.anAddress("hidden");
    await stage.shop.buys({ email, tokens: [await aClickToken(stage, anna)] });
    await stage.shop.tells();
    const tables = await stage.sql<{ name: string }>("select table_name as name from information_schema.tables where table_schema = 'public'");
    for (const { name } of tables) {
      const found = await stage.sql(`select 1 from "${name}" t where t::text ilike $1`, `%${email.split("@")[0]}%`);
      expect([name, found.length]).toEqual([name, 0]);
    }
  });

  it("as a guest, and again with an account at the same address: one friend", async () => {
    const anna = await aRecommender(stage, stage.friends);
    const email = stage.anAddress();
    await stage.shop.buys({ email, tokens: [await aClickToken(stage, anna)], keepCustomer: false });
    await stage.shop.tells();
    await stage.shop.later({ days: 1 });
    await stage.shop.buys({ email });
    await stage.shop.tells();
    expect(await stage.winnersOf(email, { anna })).toEqual(["anna", "anna"]);
    expect(await stage.rewardsOf(anna)).toHaveLength(1);
  });

  it("by subscription: keyed by the invoice, renewals count for the same champion and earn nothing more", async () => {
    const anna = await aRecommender(stage, stage.friends);
    const email = stage.anAddress();
    const session = await stage.shop.buys({ email, tokens: [await aClickToken(stage, anna)], subscription: true });
    await stage.shop.tells();
    const keys = await stage.sql<{ key: string; subscription_id: string }>("select key, subscription_id from purchase where subscription_id = $1", session.subscription);
    expect(keys).toEqual([{ key: expect.stringMatching(/^in_/), subscription_id: session.subscription }]);
    for (const month of [1, 2]) {
      await stage.shop.later({ days: 32 });
      await stage.shop.tells();
      expect(await stage.winnersOf(email, { anna })).toHaveLength(1 + month);
    }
    expect(await stage.winnersOf(email, { anna })).toEqual(["anna", "anna", "anna"]);
    expect(await stage.rewardsOf(anna)).toHaveLength(1);
  });

  it("with an invoice written afterwards: still one purchase", async () => {
    const anna = await aRecommender(stage, stage.friends);
    const email = stage.anAddress();
    const session = await stage.shop.buys({ email, tokens: [await aClickToken(stage, anna)], invoice: true });
    await stage.shop.tells();
    const rows = await stage.sql("select key, payment_intent_id from purchase where payment_intent_id = $1", session.payment_intent);
    expect(rows).toEqual([{ key: session.invoice, payment_intent_id: session.payment_intent }]);
    expect(await stage.rewardsOf(anna)).toHaveLength(1);
  });

  it("with only a code typed by hand and no click at all", async () => {
    const anna = await aRecommender(stage, stage.friends, { code: "ANNA-KOFFIE" });
    await stage.shop.offers("ANNA-KOFFIE");
    const email = stage.anAddress();
    await stage.shop.buys({ email, code: "anna-koffie" });
    await stage.shop.tells();
    expect(await stage.winnersOf(email, { anna })).toEqual(["anna"]);
    expect(await stage.sql("select kind, source from touch where champion_id = $1", anna.champion.id)).toEqual([{ kind: "code", source: "ANNA-KOFFIE" }]);
  });

  it("with a code that is nobody's: a discount of the shop's own", async () => {
    await stage.shop.offers("SPRING10");
    const email = stage.anAddress();
    await stage.shop.buys({ email, code: "SPRING10" });
    await stage.shop.tells();
    expect(await stage.winnersOf(email, {})).toEqual(["nobody: not_referred"]);
  });

  it("after meeting two champions of one program: the first wins, the other keeps the reason", async () => {
    const [anna, bea] = [await aRecommender(stage, stage.friends), await aRecommender(stage, stage.friends)];
    const first = await aClickToken(stage, anna);
    await stage.shop.later({ days: 2 });
    const second = await aClickToken(stage, bea);
    await stage.shop.later({ days: 1 });
    const email = stage.anAddress();
    await stage.shop.buys({ email, tokens: [second, first] });
    await stage.shop.tells();
    expect(await stage.winnersOf(email, { anna, bea })).toEqual(["anna"]);
    const touches = await stage.sql(
      "select ct.won, ct.reason from conversion_touch ct join touch t on t.id = ct.touch_id where t.champion_id = any($1) order by ct.won desc",
      [anna.champion.id, bea.champion.id],
    );
    expect(touches).toEqual([{ won: true, reason: null }, { won: false, reason: "other_champion" }]);
  });

  it("after meeting champions of two programs: the first touch of one goes before the last touch of the other", async () => {
    const [anna, rik] = [await aRecommender(stage, stage.friends), await aRecommender(stage, stage.affiliates)];
    const first = await aClickToken(stage, rik);
    await stage.shop.later({ days: 1 });
    const second = await aClickToken(stage, anna);
    const email = stage.anAddress();
    await stage.shop.buys({ email, tokens: [first, second] });
    await stage.shop.tells();
    expect(await stage.winnersOf(email, { anna, rik })).toEqual(["anna"]);
    expect(await stage.rewardsOf(rik)).toEqual([]);
  });

  it("through an affiliate: a percentage", async () => {
    const rik = await aRecommender(stage, stage.affiliates);
    await stage.shop.buys({ email: stage.anAddress(), tokens: [await aClickToken(stage, rik)], amountMinor: 12_345 });
    await stage.shop.tells();
    expect(await stage.rewardsOf(rik)).toMatchObject([{ due: 1_235 }]);
  });
});

describe("what it is worth", () => {
  it("a first payment below the minimum earns nothing and says so; the next that reaches it does", async () => {
    const anna = await aRecommender(stage, stage.friends);
    const email = stage.anAddress();
    await stage.shop.buys({ email, tokens: [await aClickToken(stage, anna)], amountMinor: 1_500 });
    await stage.shop.tells();
    expect(await stage.rewardsOf(anna)).toEqual([{ status: "rejected", reason: "below_minimum_purchase", due: 0, currency: "EUR" }]);
    await stage.shop.later({ days: 5 });
    await stage.shop.buys({ email, amountMinor: 5_000 });
    await stage.shop.tells();
    expect((await stage.rewardsOf(anna)).map(({ status, due }) => [status, due])).toEqual([["rejected", 0], ["pending", 1_000]]);
    await stage.shop.later({ days: 5 });
    await stage.shop.buys({ email, amountMinor: 5_000 });
    await stage.shop.tells();
    expect(await stage.rewardsOf(anna)).toHaveLength(2);
  });

  it("a payment in another currency counts, earns nothing and says so; the next in the program's does", async () => {
    const anna = await aRecommender(stage, stage.friends);
    const email = stage.anAddress();
    await stage.shop.buys({ email, tokens: [await aClickToken(stage, anna)], currency: "usd" });
    await stage.shop.tells();
    expect(await stage.winnersOf(email, { anna })).toEqual(["anna"]);
    expect(await stage.rewardsOf(anna)).toEqual([{ status: "rejected", reason: "currency_unavailable", due: 0, currency: "EUR" }]);
    expect(await stage.sql("select genuine, payable, clause_number is not null as told from reward where champion_id = $1", anna.champion.id)).toEqual([
      { genuine: "yes", payable: "no", told: true },
    ]);
    await stage.shop.later({ days: 1 });
    await stage.shop.buys({ email });
    await stage.shop.tells();
    expect((await stage.rewardsOf(anna)).map(({ status }) => status)).toEqual(["rejected", "pending"]);
  });
});
