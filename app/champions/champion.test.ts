import { describe, expect, it } from "vitest";
import { canBecome, isDisplayName, isPlainSentence, mayAsk } from "./champion";

describe("canBecome", () => {
  it.each([
    ["applied", "active", true],
    ["applied", "refused", true],
    ["refused", "applied", true],
    ["active", "paused", true],
    ["paused", "active", true],
    ["left", "active", true],
    ["refused", "paused", false],
    ["applied", "paused", false],
    ["blocked", "active", false],
    ["active", "applied", false],
    ["active", "refused", false],
  ] as const)("%s to %s: %s", (from, to, allowed) => expect(canBecome(from, to)).toBe(allowed));
});

describe("mayAsk", () => {
  const now = new Date("2026-11-02T09:00:00Z");
  const later = new Date("2026-11-02T09:00:00.001Z");
  it.each([
    [null, true],
    [{ status: "left", mayReapplyAt: null }, true],
    [{ status: "refused", mayReapplyAt: now }, true],
    [{ status: "refused", mayReapplyAt: later }, false],
    [{ status: "refused", mayReapplyAt: null }, false],
    [{ status: "applied", mayReapplyAt: null }, false],
    [{ status: "active", mayReapplyAt: null }, false],
    [{ status: "blocked", mayReapplyAt: now }, false],
  ] as const)("%j: %s", (membership, allowed) => expect(mayAsk(membership, now)).toBe(allowed));
});

describe("isDisplayName", () => {
  it.each(["Anna", "Zoë", "Jean-Luc", "Anne Marie", "O'Neil", "José M.", "Łukasz", "Анна", "美咲", "d’Arc", "J.P."])(
    "takes %s",
    (name) => expect(isDisplayName(name)).toBe(true),
  );
  it.each(["", " ", "Anna1", "Anna!", "<b>", "a".repeat(41), "-Anna", "Anna\nBen", "anna@x", "Anna   B"])(
    "leaves %j",
    (name) => expect(isDisplayName(name)).toBe(false),
  );
});

describe("isPlainSentence", () => {
  it.each(["Their books made my study affordable.", "Al 5 jaar klant, sinds 2019. Echt fijn!", "Best value: 3 books for 2."])(
    "takes %s",
    (text) => expect(isPlainSentence(text)).toBe(true),
  );
  it.each(["see https://evil.test", "www.evil", "mail me: a@b.nl", "go to evil.com now", "call 06 1234 5678", "06-12345678"])(
    "leaves %s",
    (text) => expect(isPlainSentence(text)).toBe(false),
  );
});
