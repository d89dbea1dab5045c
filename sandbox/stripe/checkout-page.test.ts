import type Stripe from "stripe";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { discard, openBasket, payByForm, startTestSandbox } from "./testing";
import type { TestSandbox } from "./testing";

let sandbox: TestSandbox;

beforeAll(async () => {
  sandbox = await startTestSandbox();
});
afterAll(() => discard(sandbox));

describe("the hosted payment page", () => {
  test("declines the cards that decline, says why and stays open", async () => {
    const session = await openBasket(sandbox);
    const declined = await payByForm(session, { cardNumber: "4000 0000 0000 0002" });
    expect(declined.status).toBe(402);
    expect(await declined.text()).toContain("The card was declined by the bank. Nothing was paid.");
    const poor = await payByForm(session, { cardNumber: "4000000000009995" });
    expect(await poor.text()).toContain("there is not enough money on it");
    expect((await sandbox.stripe.checkout.sessions.retrieve(session.id)).status).toBe("open");
    const failed = await sandbox.stripe.events.list({ type: "charge.failed", limit: 2 });
    expect(failed.data.map((event) => (event.data.object as Stripe.Charge).outcome?.reason)).toEqual([
      "insufficient_funds",
      "generic_decline",
    ]);
    expect((await payByForm(session)).status).toBe(303);
  });

  test("keeps what was typed and names each field that is wrong", async () => {
    const session = await openBasket(sandbox);
    const answer = await payByForm(session, {
      email: "no address",
      cardNumber: "4242",
      expiry: "12/20",
      cvc: "x",
    });
    expect(answer.status).toBe(400);
    const markup = await answer.text();
    for (const name of ["email", "cardNumber", "expiry", "cvc"])
      expect(markup).toContain(`id="${name}-error"`);
    expect(markup).toContain('value="no address"');
    expect((await payByForm(session, { email: '"><script>alert(1)</script>@' })).status).toBe(400);
  });

  test("takes a promotion code in any case and says why another is refused", async () => {
    const coupon = await sandbox.stripe.coupons.create({
      amount_off: 500,
      currency: "eur",
      duration: "once",
    });
    await sandbox.stripe.promotionCodes.create({
      promotion: { type: "coupon", coupon: coupon.id },
      code: "ANNA5",
      max_redemptions: 1,
    });
    const session = await openBasket(sandbox);
    const unknown = await payByForm(session, { action: "apply", code: "BEN" });
    expect(await unknown.text()).toContain("We do not know this code.");
    const applied = await payByForm(session, { action: "apply", code: "anna5" });
    expect(applied.status).toBe(303);
    const discounted = await sandbox.stripe.checkout.sessions.retrieve(session.id, {
      expand: ["line_items"],
    });
    expect(discounted.amount_total).toBe(2000);
    expect(discounted.line_items?.data[0]).toMatchObject({ amount_discount: 500, amount_total: 2000 });
    await payByForm(session, { action: "remove" });
    expect((await sandbox.stripe.checkout.sessions.retrieve(session.id)).amount_total).toBe(2500);
    expect((await payByForm(session, { code: "Anna5" })).status).toBe(303);
    const late = await payByForm(await openBasket(sandbox), { code: "ANNA5" });
    expect(await late.text()).toContain("used as often as it may be");
  });

  test("refuses a first-purchase code to a customer who has paid before", async () => {
    const coupon = await sandbox.stripe.coupons.create({ percent_off: 10, duration: "once" });
    await sandbox.stripe.promotionCodes.create({
      promotion: { type: "coupon", coupon: coupon.id },
      code: "FIRST",
      restrictions: { first_time_transaction: true },
    });
    const customer = await sandbox.stripe.customers.create({ email: "twice@example.com" });
    const buyer = { customer: customer.id, customer_creation: undefined };
    expect((await payByForm(await openBasket(sandbox, buyer), { code: "FIRST" })).status).toBe(303);
    expect(await (await payByForm(await openBasket(sandbox, buyer), { code: "FIRST" })).text()).toContain(
      "first purchase only",
    );
  });

  test("gives a discount from the smallest order on, counted before the discount", async () => {
    const { stripe } = sandbox;
    const coupon = await stripe.coupons.create({ amount_off: 500, currency: "eur", duration: "once" });
    const atLeast = (code: string, minimum_amount: number, minimum_amount_currency = "eur") =>
      stripe.promotionCodes.create({
        promotion: { type: "coupon", coupon: coupon.id },
        code,
        restrictions: { minimum_amount, minimum_amount_currency },
      });
    // The basket is EUR 25.00.
    const [enough, more] = [await atLeast("FROM25", 2_500), await atLeast("FROM2501", 2_501)];
    const typed = await payByForm(await openBasket(sandbox), { action: "apply", code: "FROM2501" });
    expect(await typed.text()).toContain("below the amount this code asks for");
    const applied = (id: string) =>
      openBasket(sandbox, { allow_promotion_codes: undefined, discounts: [{ promotion_code: id }] });
    await expect(applied(more.id)).rejects.toMatchObject({
      statusCode: 400,
      param: "discounts[0][promotion_code]",
      message: expect.stringContaining("does not meet the minimum amount"),
    });
    expect((await applied(enough.id)).amount_total).toBe(2_000);
    await expect(applied((await atLeast("FROM1USD", 100, "usd")).id)).rejects.toThrow("another currency");
    await expect(
      stripe.promotionCodes.create({
        promotion: { type: "coupon", coupon: coupon.id },
        restrictions: { minimum_amount: 100 },
      }),
    ).rejects.toMatchObject({ code: "parameter_missing" });
  });

  test("keeps a personal code for its customer", async () => {
    const { stripe } = sandbox;
    const coupon = await stripe.coupons.create({ amount_off: 500, currency: "eur", duration: "once" });
    const [owner, other] = [
      await stripe.customers.create({ email: "owner@example.com" }),
      await stripe.customers.create({ email: "other@example.com" }),
    ];
    const code = await stripe.promotionCodes.create({
      promotion: { type: "coupon", coupon: coupon.id },
      code: "OWNERS",
      customer: owner.id,
      max_redemptions: 1,
    });
    const as = (customer: string) => ({ customer, customer_creation: undefined });
    const guest = await payByForm(await openBasket(sandbox), { code: "OWNERS" });
    expect(await guest.text()).toContain("belongs to somebody else");
    await expect(
      openBasket(sandbox, {
        ...as(other.id),
        allow_promotion_codes: undefined,
        discounts: [{ promotion_code: code.id }],
      }),
    ).rejects.toThrow("belongs to another customer");
    expect((await payByForm(await openBasket(sandbox, as(owner.id)), { code: "owners" })).status).toBe(303);
    expect(await stripe.promotionCodes.retrieve(code.id)).toMatchObject({ active: false, times_redeemed: 1 });
  });

  test("does not take a form from another site", async () => {
    const session = await openBasket(sandbox);
    const foreign = await payByForm(session, {}, { "sec-fetch-site": "cross-site" });
    expect(foreign.status).toBe(403);
    const other = await payByForm(session, {}, { origin: "https://evil.example" });
    expect(other.status).toBe(403);
    expect((await sandbox.stripe.checkout.sessions.retrieve(session.id)).status).toBe("open");
  });

  test("lets a buyer pay in full when the code the shop applied was used up meanwhile", async () => {
    const coupon = await sandbox.stripe.coupons.create({ percent_off: 50, duration: "once" });
    const promotion = { type: "coupon" as const, coupon: coupon.id };
    const code = await sandbox.stripe.promotionCodes.create({ promotion, max_redemptions: 1 });
    const applied = { allow_promotion_codes: undefined, discounts: [{ promotion_code: code.id }] };
    const [slow, quick] = [await openBasket(sandbox, applied), await openBasket(sandbox, applied)];
    expect((await payByForm(quick)).status).toBe(303);
    const refused = await payByForm(slow);
    expect(refused.status).toBe(402);
    expect(await refused.text()).toContain("used as often as it may be");
    expect((await payByForm(slow)).status).toBe(303);
    expect((await sandbox.stripe.checkout.sessions.retrieve(slow.id)).amount_total).toBe(2500);
  });
});
