import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { offerMinimum } from "./offer-minimum";
import { friendProgramDefaults } from "./program-defaults";
import { discountOf, type Benefit } from "./benefit";
import { thanksForFirst } from "./reward-rule";
import { rewardFor } from "./reward-worth";

const { rules } = friendProgramDefaults("EUR");

describe("the smallest order a friend's code is good for", () => {
  it.each<[string, Benefit, bigint, bigint]>([
    ["any order", { kind: "flat", amountMinor: 1_000n }, 0n, 0n],
    ["the minimum and the discount", { kind: "flat", amountMinor: 1_000n }, 1_500n, 2_500n],
    ["a percentage, rounded up to a whole euro", { kind: "percent", basisPoints: 500 }, 2_000n, 2_200n],
    ["the minimum, where nothing goes off", { kind: "none" }, 2_000n, 2_000n],
  ])("%s", (_, friendOffer, minimumPurchaseMinor, wanted) => {
    expect(offerMinimum({ ...rules, friendOffer, minimumPurchaseMinor })).toBe(wanted);
  });

  it("knows currencies without cents", () => {
    const friendOffer = { kind: "flat", amountMinor: 1_500n } as const;
    expect(offerMinimum({ currency: "JPY", friendOffer, minimumPurchaseMinor: 3_001n })).toBe(4_501n);
  });

  it("leaves no friend with a discount whose champion then hears that the order was too small (W3)", () => {
    const offer = fc.oneof(
      fc.bigInt(1n, 50_000n).map((amountMinor) => ({ kind: "flat", amountMinor }) as const),
      fc.integer({ min: 1, max: 9_900 }).map((basisPoints) => ({ kind: "percent", basisPoints }) as const),
    );
    const currency = fc.constantFrom("EUR" as const, "JPY" as const);
    fc.assert(
      fc.property(offer, fc.bigInt(1n, 100_000n), fc.nat(50_000), currency, (friendOffer, least, more, currency) => {
        const own = { ...rules, currency, friendOffer, minimumPurchaseMinor: least };
        const order = offerMinimum(own) + BigInt(more);
        const paid = order - discountOf(friendOffer, order);
        expect(rewardFor(own, thanksForFirst({ kind: "flat", amountMinor: 1_000n }), { baseMinor: paid, orderMinor: paid }).reason).not.toBe("below_minimum_purchase");
      }),
    );
  });
});
