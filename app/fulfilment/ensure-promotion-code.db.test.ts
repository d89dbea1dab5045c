import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { ProgramRules } from "~/programs/program-rules";
import { aNewVersion, aRewardedChampion, type RewardedChampion } from "~/testing/builders/rewards";
import { testDatabase, type TestDatabase } from "~/testing/test-database";
import { discard, startTestSandbox, type TestSandbox } from "../../sandbox/stripe/testing";
import { ensurePromotionCode } from "./ensure-promotion-code.server";

let test: TestDatabase;
let sandbox: TestSandbox;
beforeAll(async () => {
  test = await testDatabase();
  sandbox = await startTestSandbox();
});
beforeEach(() => sandbox.control("DELETE", "/faults"));
afterAll(() => discard(sandbox));

const ensure = ({ link }: RewardedChampion) =>
  ensurePromotionCode({ linkId: link.id }, { db: test.db, clock: test.clock, stripe: sandbox.stripe });
const codesOf = async (code: string) =>
  (await sandbox.stripe.promotionCodes.list({ code, expand: ["data.promotion.coupon"] })).data;

const publish = (owner: RewardedChampion, rules: Partial<ProgramRules>) => aNewVersion(test, owner, rules);

describe("ensurePromotionCode", () => {
  it("makes the link's code work at the checkout, for first payments only (A17)", async () => {
    const owner = await aRewardedChampion(test);
    await ensure(owner);
    const [code] = await codesOf(owner.link.code);
    expect(code).toMatchObject({
      active: true,
      // EUR 20 must be left to pay, and EUR 10 goes off (W3).
      restrictions: { first_time_transaction: true, minimum_amount: 3_000, minimum_amount_currency: "eur" },
      max_redemptions: null,
    });
    expect(code?.promotion.coupon).toMatchObject({
      amount_off: 1000,
      currency: "eur",
      name: "Recommended by a friend",
    });
  });

  it.each(["reset_after", "error_500_after", "hang_after"])("makes it once after %s", async (kind) => {
    const owner = await aRewardedChampion(test);
    await sandbox.control("POST", "/faults", { kind, method: "POST", path: "/v1/promotion_codes", ms: 200 });
    await Promise.allSettled([ensure(owner)]);
    await expect.poll(async () => (await Promise.allSettled([ensure(owner)]))[0]?.status).toBe("fulfilled");
    await ensure(owner);
    expect(await codesOf(owner.link.code)).toHaveLength(1);
  });

  it("keeps old codes of a renamed link, and shares one coupon over all links", async () => {
    const owner = await aRewardedChampion(test);
    await ensure(owner);
    await test.db.transaction("rename", async (tx) => {
      await tx.referralCode.updateMany({ where: { linkId: owner.link.id }, data: { isCurrent: false } });
      await tx.referralCode.create({
        data: {
          key: `NEW${owner.link.code}`,
          linkId: owner.link.id,
          isCurrent: true,
          createdAt: test.clock.now(),
        },
      });
    });
    await ensure(owner);
    const [[before], [after]] = [await codesOf(owner.link.code), await codesOf(`NEW${owner.link.code}`)];
    expect([before?.active, after?.active]).toEqual([true, true]);
    expect(before?.promotion.coupon).toEqual(after?.promotion.coupon);
  });

  it("follows a new offer and leaves an unchanged one alone", async () => {
    const owner = await aRewardedChampion(test);
    await ensure(owner);
    await publish(owner, { friendOffer: { kind: "percent", basisPoints: 1250 } });
    await ensure(owner);
    const codes = await codesOf(owner.link.code);
    expect(codes.filter(({ active }) => active).map(({ promotion }) => promotion.coupon)).toMatchObject([
      { percent_off: 12.5 },
    ]);
    await ensure(owner);
    expect(await codesOf(owner.link.code)).toHaveLength(codes.length);
  });

  it("follows a new smallest order, and one that comes back", async () => {
    const owner = await aRewardedChampion(test);
    const minimum = async () => {
      await ensure(owner);
      const active = (await codesOf(owner.link.code)).filter((code) => code.active);
      return active.map(({ restrictions }) => restrictions.minimum_amount);
    };
    expect(await minimum()).toEqual([3_000]);
    await publish(owner, { minimumPurchaseMinor: 0n });
    expect(await minimum()).toEqual([null]);
    await publish(owner, {});
    expect(await minimum()).toEqual([3_000]);
  });

  it("leaves letters alone that the company uses for something else", async () => {
    const owner = await aRewardedChampion(test);
    const coupon = await sandbox.stripe.coupons.create({ percent_off: 5, duration: "once" });
    await sandbox.stripe.promotionCodes.create({
      promotion: { type: "coupon", coupon: coupon.id },
      code: owner.link.code,
    });
    await ensure(owner);
    expect(await codesOf(owner.link.code)).toHaveLength(1);
  });

  it("makes none where friends get nothing", async () => {
    const owner = await aRewardedChampion(test, { friendOffer: { kind: "none" } });
    await ensure(owner);
    expect(await codesOf(owner.link.code)).toEqual([]);
  });
});
