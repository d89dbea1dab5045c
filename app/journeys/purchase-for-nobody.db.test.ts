import { beforeAll, describe, expect, it } from "vitest";
import { emailHashOf } from "~/identity/email-hash.server";
import { aClickToken, aRecommender } from "~/testing/builders/attribution";
import { purchaseStage, type PurchaseStage } from "~/testing/builders/purchases";

let stage: PurchaseStage;
beforeAll(async () => {
  stage = await purchaseStage();
});

describe("nobody is thanked", () => {
  it("for their own purchase, not even through another spelling of the address (R1)", async () => {
    const anna = await aRecommender(stage, stage.friends, { email: "anna.self@gmail.com" });
    const email = "Anna.Self+kado@googlemail.com";
    await stage.shop.buys({ email, tokens: [await aClickToken(stage, anna)] });
    await stage.shop.tells();
    expect(await stage.winnersOf(email, { anna })).toEqual(["nobody: self_referral"]);
    expect(await stage.rewardsOf(anna)).toEqual([]);
    const [check] = await stage.sql("select t.outcome from trust_check t join conversion c on c.id = t.conversion_id join purchase p on p.id = c.purchase_id where t.rule = 'R1' order by t.id desc limit 1");
    expect(check).toEqual({ outcome: "block" });
  });

  it("for somebody who paid before, known to us or only to Stripe (A8, A17)", async () => {
    const anna = await aRecommender(stage, stage.friends);
    const email = stage.anAddress();
    await stage.shop.buys({ email });
    await stage.shop.tells();
    await stage.shop.later({ days: 1 });
    await stage.shop.buys({ email, tokens: [await aClickToken(stage, anna)] });
    await stage.shop.tells();
    expect(await stage.winnersOf(email, { anna })).toEqual(["nobody: not_referred", "nobody: friend_not_new"]);

    const old = stage.anAddress("old");
    const session = await stage.shop.buys({ email: old });
    await stage.shop.news();
    await stage.shop.later({ days: 1 });
    await stage.shop.buys({ email: old, customer: String(session.customer), tokens: [await aClickToken(stage, anna)] });
    await stage.shop.tells();
    expect(await stage.winnersOf(old, { anna })).toEqual(["nobody: friend_not_new"]);
  });

  it("while the money is on its way; once it arrived, yes", async () => {
    const anna = await aRecommender(stage, stage.friends);
    const email = stage.anAddress();
    const session = await stage.shop.buys({ email, tokens: [await aClickToken(stage, anna)], settlesLater: true });
    await stage.shop.tells();
    expect(await stage.winnersOf(email, { anna })).toEqual([]);
    await stage.shop.later({ days: 3 });
    await stage.shop.sandbox.control("POST", `/sessions/${session.id}/settle`, { succeeds: true });
    await stage.shop.tells();
    expect(await stage.winnersOf(email, { anna })).toEqual(["anna"]);
  });

  it("for a payment that failed, or a checkout of nothing (W3)", async () => {
    const anna = await aRecommender(stage, stage.friends);
    const [failing, free] = [stage.anAddress(), stage.anAddress()];
    const session = await stage.shop.buys({ email: failing, tokens: [await aClickToken(stage, anna)], settlesLater: true });
    await stage.shop.sandbox.control("POST", `/sessions/${session.id}/settle`, { succeeds: false });
    await stage.shop.buys({ email: free, tokens: [await aClickToken(stage, anna)], amountMinor: 0 });
    await stage.shop.tells();
    expect([...(await stage.winnersOf(failing, { anna })), ...(await stage.winnersOf(free, { anna }))]).toEqual([]);
    expect(await stage.rewardsOf(anna)).toEqual([]);
  });

  it("by a token that was tampered with or signed for nobody (A9)", async () => {
    const anna = await aRecommender(stage, stage.friends);
    const token = await aClickToken(stage, anna);
    const email = stage.anAddress();
    await stage.shop.buys({ email, tokens: [`${token.slice(0, -1)}${token.endsWith("A") ? "B" : "A"}`] });
    await stage.shop.tells();
    expect(await stage.winnersOf(email, { anna })).toEqual(["nobody: token_invalid"]);
  });
});

describe("a friend whose champion left", () => {
  it("renews for nobody, and the checks still speak of how they were brought", async () => {
    const anna = await aRecommender(stage, stage.friends);
    const email = stage.anAddress();
    await stage.shop.buys({ email, tokens: [await aClickToken(stage, anna)], subscription: true });
    await stage.shop.tells();
    await stage.shop.later({ hours: 1 });
    await stage.sql("update champion set status = 'left', left_at = $2 where id = $1", anna.champion.id, stage.clock.now());
    await stage.shop.later({ days: 32 });
    await stage.shop.tells();
    expect(await stage.winnersOf(email, { anna })).toEqual(["anna", "nobody: champion_not_valid"]);
    expect(await stage.rewardsOf(anna)).toHaveLength(1);
    const checks = await stage.sql(
      `select t.rule, t.outcome from trust_check t join conversion c on c.id = t.conversion_id join purchase p on p.id = c.purchase_id
        where p.email_hash = $1 and c.outcome = 'unattributed' order by t.rule`,
      emailHashOf(email),
    );
    expect(checks).toEqual([{ rule: "R1", outcome: "pass" }, { rule: "R3", outcome: "pass" }, { rule: "R4", outcome: "pass" }]);
  });
});
