import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkCode, foldCode, isCode, lookalikeOf, suggestCodes } from "./referral-code";

describe("foldCode", () => {
  it.each([
    ["anna", "ANNA"],
    ["  Anna de Vries ", "ANNA-DE-VRIES"],
    ["zoë", "ZOE"],
    ["ANNA—2", "ANNA-2"],
    ["anna__2", "ANNA-2"],
    ["АNNА", "ANNA"], // Cyrillic A
    ["ａｎｎａ", "ANNA"], // full width
    ["O'Brien", "OBRIEN"],
  ])("reads %j as %s", (typed, code) => expect(foldCode(typed)).toBe(code));

  it.each(["", "ab", "-", "a/b", "<script>", "a".repeat(21), "𝟘", "\0\0\0", "a".repeat(100_000), "漢字漢字"])(
    "finds no code in %j",
    (typed) => expect(foldCode(typed)).toBeNull(),
  );

  it("answers any text with a well-formed code or nothing, and folds twice to the same", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 60 }), (typed) => {
        const code = foldCode(typed);
        if (code === null) return;
        expect(isCode(code)).toBe(true);
        expect(foldCode(code)).toBe(code);
      }),
    );
  });
});

describe("lookalikeOf", () => {
  it.each([
    ["ANNA-0", "ANNAO"],
    ["LILI", "1111"],
    ["JO-IL", "J01L"],
  ])("takes %s and %s for one", (a, b) => expect(lookalikeOf(a)).toBe(lookalikeOf(b)));

  it("keeps different codes apart", () => expect(lookalikeOf("ANNA")).not.toBe(lookalikeOf("HANNA")));
});

describe("checkCode", () => {
  it.each(["anna", "ANNA-26", "boekentip", "Dick", "Kutscher", "Essex", "Nigel", "Titia", "CLASS-A", "PIKE"])(
    "lets %s through",
    (typed) => expect(checkCode(typed)).toEqual({ ok: true, code: typed.toUpperCase() }),
  );

  it.each([
    ["zoë", "characters", "ZOE"],
    ["Anna & Jan", "characters", "ANNA-JAN"],
    ["anna!", "characters", "ANNA"],
    ["anna-de-vries-van-den-berg", "too_long", "ANNA-DE-VRIES-VAN-DE"],
    ["wiener-schnitzel-kutscher", "too_long", null], // cut, it would end in a rude word
    ["an", "too_short", null],
    ["", "too_short", null],
    ["!!!!", "characters", null],
    ["admin", "reserved", null],
    ["ADM1N", "reserved", null],
    ["sup-port", "reserved", null],
    ["fuck-off", "rude", null],
    ["f-u-c-k", "rude", null],
    ["5H1T", "rude", null],
    ["kut", "rude", null],
    ["kut-26", "rude", null],
    ["KANKER1", "rude", null],
  ])("answers %j with %s and offers %s", (typed, problem, suggestion) =>
    expect(checkCode(typed)).toEqual({ ok: false, problem, suggestion }),
  );

  it("keeps the company's own name for the company", () => {
    expect(checkCode("boekhuis", ["Boekhuis"])).toMatchObject({ ok: false, problem: "reserved" });
    expect(checkCode("boekhuis", ["Other"])).toMatchObject({ ok: true });
  });

  it("only ever accepts or suggests what it would accept", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "binary", maxLength: 40 }), fc.string({ unit: "grapheme" })), (typed) => {
        const check = checkCode(typed);
        const offered = check.ok ? check.code : check.suggestion;
        if (offered !== null) expect(checkCode(offered)).toEqual({ ok: true, code: offered });
      }),
    );
  });
});

describe("suggestCodes", () => {
  it("offers the name first and falls back to a neutral word", () => {
    expect(suggestCodes("Zoë", () => 0)).toEqual(["ZOE", "ZOE-22", "ZOE-222", "ZOE-22222", "TIP-222222"]);
    expect(suggestCodes("漢字", () => 7)).toEqual(["TIP-999999"]);
    expect(suggestCodes("Test", () => 0)[0]).toBe("TEST-22");
  });
});
