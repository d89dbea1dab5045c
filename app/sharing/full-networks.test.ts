import { expect, it } from "vitest";
import { FullNetworks } from "./full-networks";

const at = (seconds: number) => new Date(Date.UTC(2026, 10, 2, 9, 0, seconds));
const click = (networkHash: string | null, seconds: number) => ({ networkHash, occurredAt: at(seconds) });

it("knows a network that is at its limit until there is room again, closed-open (A20)", () => {
  const full = new FullNetworks();
  full.note({ network: "n", from: at(10), until: at(20) });
  expect([click("n", 10), click("n", 19), click("other", 15), click(null, 15)].map((one) => full.has(one))).toEqual([true, true, false, false]);
  expect(full.has(click("n", 20))).toBe(false);
});

it("asks again when the clock was set back", () => {
  const full = new FullNetworks();
  full.note({ network: "n", from: at(10), until: at(20) });
  expect(full.has(click("n", 9))).toBe(false);
});
