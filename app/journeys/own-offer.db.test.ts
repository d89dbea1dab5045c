import { beforeAll, describe, expect, it } from "vitest";
import { listRecommendations } from "~/rewards/list-recommendations.server";
import { ensureOwnCode } from "~/fulfilment/ensure-own-code.server";
import { findOwnOffer } from "~/fulfilment/find-own-offer.server";
import { newId } from "~/platform/ids";
import type { LiveProgram } from "~/programs/program";
import { aRecommender, type Recommender } from "~/testing/builders/attribution";
import { aShop, type TestShop } from "~/testing/builders/commerce";
import { aCompany, aProgram } from "~/testing/builders/programs";
import { testDatabase, type TestDatabase } from "~/testing/test-database";
import { withClient } from "../../scripts/database-cluster";
import { changeProgramStatus } from "./change-program-status.server";
import { publishProgram } from "./publish-program.server";

let test: TestDatabase;
let shop: TestShop;
let program: LiveProgram;
beforeAll(async () => {
  test = await testDatabase();
  await aCompany(test.db);
  shop = await aShop(test);
  program = await aProgram(test.db, { clock: test.clock });
});

/** A champion who is a customer of the shop, with the code of their own offer. */
async function aCustomerWithOffer() {
  const email = `${newId("psn")}@champion.test`;
  const customer = await shop.stripe.customers.create({ email });
  const anna = await aRecommender(test, program, { email });
  await shop.tells();
  await ensureOwnCode({ championId: anna.champion.id }, { ...test, stripe: shop.stripe });
  const code = (await offerOf(anna))?.code ?? "";
  return { ...anna, code, customer: customer.id, email };
}
const offerOf = ({ champion }: Pick<Recommender, "champion">) => findOwnOffer(champion.id, test);
const linesOf = ({ champion }: Recommender) =>
  listRecommendations({ championId: champion.id, zone: "Europe/Amsterdam", memoryDays: 30 }, test);

describe("a champion's own offer (W20)", () => {
  it("is shown as used by the order it was taken off, which recommends nobody (R1)", async () => {
    const anna = await aCustomerWithOffer();
    await shop.later({ hours: 2 });
    const at = test.clock.now();
    const { amount_total } = await shop.buys({ customer: anna.customer, code: anna.code });
    expect(amount_total).toBe(7_000);
    expect((await offerOf(anna))?.usedAt).toBeNull();
    await shop.tells((events) => [...events, ...events]);
    expect((await offerOf(anna))?.usedAt?.getTime()).toBeCloseTo(at.getTime(), -4);
    expect(await linesOf(anna)).toEqual([]);
    const [conversion] = await conversionsOf(anna.customer);
    expect(conversion).toMatchObject({ outcome: "unattributed", championId: null });
  });

  it("is shown as used by an order it paid for whole (W3)", async () => {
    const anna = await aCustomerWithOffer();
    const { amount_total } = await shop.buys({ customer: anna.customer, code: anna.code, amountMinor: 900 });
    expect(amount_total).toBe(0);
    await shop.tells();
    expect((await offerOf(anna))?.usedAt).toEqual(test.clock.now());
    expect(await conversionsOf(anna.customer)).toEqual([]);
  });

  it("can be used once, and by nobody else", async () => {
    const anna = await aCustomerWithOffer();
    const other = await shop.stripe.customers.create({ email: "other@example.test" });
    await expect(shop.buys({ customer: other.id, code: anna.code })).rejects.toThrow("other_customer");
    await expect(shop.buys({ code: anna.code })).rejects.toThrow("other_customer");
    await shop.buys({ customer: anna.customer, code: anna.code });
    await expect(shop.buys({ customer: anna.customer, code: anna.code })).rejects.toThrow("used_up");
  });

  it("credits nobody when a friend's order carries its letters", async () => {
    const anna = await aRecommender(test, program);
    await ensureOwnCode({ championId: anna.champion.id }, { ...test, stripe: shop.stripe });
    await shop.tells();
    await shop.buys({ email: "friend@elsewhere.test", code: (await offerOf(anna))?.code ?? "" });
    await shop.tells();
    expect((await offerOf(anna))?.usedAt).not.toBeNull();
    expect(await linesOf(anna)).toEqual([]);
  });

  it("is made for everybody who takes part when the program goes live or makes a new offer", async () => {
    const anna = await aRecommender(test, program);
    const key = `ensure-own-code:${anna.champion.id}`;
    const waiting = () =>
      withClient(test.urls.worker, async (client) => {
        const jobs = await client.query("select key from graphile_worker._private_jobs where key = $1", [key]);
        return jobs.rowCount;
      });
    expect(await waiting()).toBe(0);
    await changeProgramStatus({ programId: program.id, to: "paused", by: "system" }, test);
    expect(await waiting()).toBe(0);
    await changeProgramStatus({ programId: program.id, to: "live", by: "system" }, test);
    expect(await waiting()).toBe(1);
    await withClient(test.urls.worker, (client) => client.query("delete from graphile_worker._private_jobs"));
    const { rules, copy, number: after } = program.version;
    const better = { ...rules, ownOffer: { kind: "flat", amountMinor: 2_000n } } as const;
    await publishProgram({ programId: program.id, rules: better, copy, by: "system", after }, test);
    expect(await waiting()).toBe(1);
  });
});

async function conversionsOf(stripeCustomerId: string) {
  return await test.db.transaction("conversions", async (tx) => {
    const { id: customerId } = await tx.customer.findUniqueOrThrow({ where: { stripeCustomerId } });
    const purchases = await tx.purchase.findMany({ where: { customerId }, select: { id: true } });
    return await tx.conversion.findMany({ where: { purchaseId: { in: purchases.map(({ id }) => id) } } });
  });
}
