import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { newId } from "~/platform/ids";
import { aNewVersion, aRewardedChampion, type RewardedChampion } from "~/testing/builders/rewards";
import { testDatabase, type TestDatabase } from "~/testing/test-database";
import { discard, startTestSandbox, type TestSandbox } from "../../sandbox/stripe/testing";
import { ensureOwnCode } from "./ensure-own-code.server";
import { findOwnOffer } from "./find-own-offer.server";

let test: TestDatabase;
let sandbox: TestSandbox;
beforeAll(async () => {
  test = await testDatabase();
  sandbox = await startTestSandbox();
});
beforeEach(() => sandbox.control("DELETE", "/faults"));
afterAll(() => discard(sandbox));

const ensure = ({ champion }: RewardedChampion) =>
  ensureOwnCode({ championId: champion.id }, { db: test.db, clock: test.clock, stripe: sandbox.stripe });
const offerOf = ({ champion }: RewardedChampion) => findOwnOffer(champion.id, test);

/** Every code this champion ever had at Stripe, newest first. */
async function madeFor({ champion }: RewardedChampion) {
  const { data } = await sandbox.stripe.promotionCodes.list({ limit: 100, expand: ["data.promotion.coupon"] });
  return data.filter(({ metadata }) => metadata?.vouch_champion === champion.id);
}

describe("ensureOwnCode", () => {
  it("gives a champion a code of their own that works once (W20)", async () => {
    const owner = await aRewardedChampion(test);
    const customer = await sandbox.stripe.customers.create({ email: "anna@example.test" });
    await test.db.transaction("a-customer", (tx) =>
      tx.customer.create({
        data: {
          id: newId("cst"), personId: owner.person.id, stripeCustomerId: customer.id, knownSince: new Date(0),
        },
      }),
    );
    await ensure(owner);
    const [made, ...more] = await madeFor(owner);
    expect(more).toEqual([]);
    expect(made).toMatchObject({
      active: true,
      customer: customer.id,
      max_redemptions: 1,
      restrictions: { first_time_transaction: false, minimum_amount: null },
      promotion: { coupon: { amount_off: 1_000, currency: "eur" } },
    });
    expect(await offerOf(owner)).toEqual({
      code: made?.code,
      offer: { kind: "flat", amountMinor: 1_000n },
      currency: "EUR",
      basketMinor: 8_000n,
      paysMinor: 7_000n,
      usedAt: null,
    });
    expect(made?.code).toMatch(/^MYOWN-[A-Z0-9]{8}$/);
  });

  it("works for whoever has it where no customer at Stripe is known", async () => {
    const owner = await aRewardedChampion(test);
    await ensure(owner);
    expect(await madeFor(owner)).toMatchObject([{ customer: null, max_redemptions: 1 }]);
  });

  it("makes one, however often and however many at once it is asked", async () => {
    const owner = await aRewardedChampion(test);
    const asked = await Promise.allSettled(Array.from({ length: 8 }, () => ensure(owner)));
    expect(asked.some(({ status }) => status === "fulfilled")).toBe(true);
    await ensure(owner);
    expect(await madeFor(owner)).toHaveLength(1);
  });

  it.each(["reset_before", "reset_after", "error_500_after", "hang_after"])("makes it once after %s", async (kind) => {
    const owner = await aRewardedChampion(test);
    await sandbox.control("POST", "/faults", { kind, method: "POST", path: "/v1/promotion_codes", ms: 200 });
    await Promise.allSettled([ensure(owner)]);
    await expect.poll(async () => (await Promise.allSettled([ensure(owner)]))[0]?.status).toBe("fulfilled");
    expect(await madeFor(owner)).toMatchObject([{ code: (await offerOf(owner))?.code }]);
  });

  it("follows the program to a better offer under the same letters, and never to a lesser one", async () => {
    const owner = await aRewardedChampion(test);
    await ensure(owner);
    const first = await offerOf(owner);
    await aNewVersion(test, owner, { ownOffer: { kind: "flat", amountMinor: 1_500n } });
    await ensure(owner);
    expect(await offerOf(owner)).toMatchObject({ code: first?.code, paysMinor: 6_500n });
    await aNewVersion(test, owner, { ownOffer: { kind: "flat", amountMinor: 500n }, friendOffer: { kind: "none" } });
    await ensure(owner);
    expect(await offerOf(owner)).toMatchObject({ code: first?.code, paysMinor: 6_500n });
    expect((await madeFor(owner)).map(({ active }) => active)).toEqual([true, false]);
  });

  it("leaves one alone that was used before we heard of it", async () => {
    const owner = await aRewardedChampion(test);
    await ensure(owner);
    const code = (await offerOf(owner))?.code ?? "";
    const session = await sandbox.stripe.checkout.sessions.create({
      mode: "payment",
      line_items: [
        { quantity: 1, price_data: { currency: "eur", unit_amount: 8_000, product_data: { name: "Mill" } } },
      ],
      allow_promotion_codes: true,
      success_url: "http://localhost/thanks",
    });
    await sandbox.control("POST", "/pay", { session: session.id, email: "anna@example.test", promotionCode: code });
    await aNewVersion(test, owner, { ownOffer: { kind: "flat", amountMinor: 1_500n } });
    await ensure(owner);
    expect(await madeFor(owner)).toMatchObject([{ active: false, times_redeemed: 1 }]);
  });

  it.each(["applied", "refused", "left", "blocked"] as const)("makes none for who %s", async (status) => {
    const owner = await aRewardedChampion(test);
    await test.db.transaction("standing", (tx) =>
      tx.champion.update({ where: { id: owner.champion.id }, data: { status } }),
    );
    await ensure(owner);
    expect(await madeFor(owner)).toEqual([]);
  });

  it("makes and shows nothing where there is no own offer", async () => {
    const none = { kind: "none" } as const;
    const owner = await aRewardedChampion(test, { friendOffer: none, ownOffer: none });
    await ensure(owner);
    expect(await madeFor(owner)).toEqual([]);
    expect(await offerOf(owner)).toBeNull();
  });
});
