import { describe, expect, it } from "vitest";
import type { Benefit } from "~/programs/benefit";
import type { ProgramRules } from "~/programs/program-rules";
import { improvesOn } from "./own-offer";

const flat = (amountMinor: bigint): Benefit => ({ kind: "flat", amountMinor });
const percent = (basisPoints: number): Benefit => ({ kind: "percent", basisPoints });

function offering(ownOffer: Benefit, currency: ProgramRules["currency"] = "EUR") {
  return { ownOffer, currency, referenceBasketMinor: 8_000n };
}

describe("an own offer that was given", () => {
  it.each([
    ["follows a larger amount", flat(1_500n), flat(1_000n), true],
    ["keeps what is worth more", flat(500n), flat(1_000n), false],
    ["stays as it is when nothing changed", flat(1_000n), flat(1_000n), false],
    ["is compared at the reference basket", percent(1_300), flat(1_000n), true],
    ["keeps the amount when a percentage is worth as much", percent(1_250), flat(1_000n), false],
    ["outlives the end of the offer", { kind: "none" } as const, flat(1_000n), false],
  ])("%s", (_, today, given, follows) => {
    expect(improvesOn(offering(today), offering(given))).toBe(follows);
  });

  it("follows the program to another currency", () => {
    expect(improvesOn(offering(flat(500n), "CHF"), offering(flat(1_000n)))).toBe(true);
  });
});
