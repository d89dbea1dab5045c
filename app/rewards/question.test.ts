import { describe, expect, it } from "vitest";
import { holdsAddress } from "./question";

describe("a note that holds an address (L1)", () => {
  it.each([
    "ask my friend: bea@mail.example", "bea.de-vries+shop@post.co.uk said so", "bea @ mail . example", "bea(at)mail.example",
    "bea [at] mail [dot] example", "zoë@münchen.example", "<bea@mail.example>", "bea＠mail.example", "mailto:bea@mail.example",
  ])("is told: %s", (note) => expect(holdsAddress(note)).toBe(true));

  it.each([
    "We met @ the market on Friday.", "She paid EUR 80.00 at the shop.", "Order 2026-117, in the evening.", "@handle told me",
    "Look at the list. There it is.", "Ze kocht koffie, en ik zie niets.",
  ])("is none: %s", (note) => expect(holdsAddress(note)).toBe(false));
});
