import { expect, it } from "vitest";
import { costsMoreThanItBrings } from "./sale-margin";

// EUR 121 paid, of which EUR 18 tax and EUR 5 shipping; EUR 2 discount: EUR 100 at full price.
const sale = { paidMinor: 12_100n, taxMinor: 1_800n, shippingMinor: 500n, discountMinor: 200n };

it("compares discount and reward with what is kept of the full price, without tax and shipping (R20)", () => {
  expect(costsMoreThanItBrings(sale, 1_000n, 12)).toBe(false);
  expect(costsMoreThanItBrings(sale, 1_001n, 12)).toBe(true);
  expect(costsMoreThanItBrings({ ...sale, discountMinor: 0n }, 1_176n, 12)).toBe(false);
});

it("says nothing where the company said nothing", () => {
  expect(costsMoreThanItBrings(sale, 1_000_000n, null)).toBeNull();
});
