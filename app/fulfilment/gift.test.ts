import { describe, expect, it } from "vitest";
import { addressField, giftState } from "./gift";

const at = new Date("2026-12-03T09:00:00Z");
const asked = { hasAddress: false, sentAt: null, receivedAt: null };

it.each([
  ["address_needed", asked],
  ["to_be_sent", { ...asked, hasAddress: true }],
  ["sent", { ...asked, hasAddress: true, sentAt: at }],
  ["sent", { ...asked, sentAt: at }],
  ["received", { ...asked, sentAt: at, receivedAt: at }],
])("a gift is %s", (state, facts) => {
  expect(giftState(facts)).toBe(state);
});

describe("an address", () => {
  it("has a name, a street and a place, in lines of their own", () => {
    expect(addressField.safeParse("Noor Jansen\nKade 1\n1011 AB Amsterdam").success).toBe(true);
  });
  it.each(["", "Kade 1", "Noor Jansen, Kade 1, 1011 AB Amsterdam", "x\n".repeat(300)])("is not %j", (text) => {
    expect(addressField.safeParse(text).success).toBe(false);
  });
});
