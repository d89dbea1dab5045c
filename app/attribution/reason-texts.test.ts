import { describe, expect, it } from "vitest";
import { reasons as english } from "~/ui/messages/reasons.en";
import { reasons as dutch } from "~/ui/messages/reasons.nl";
import { championReason, REASON_CODES, type ReasonCode } from "./reason-codes";

const codes = [...new Set(Object.values(REASON_CODES).flat())] as ReasonCode[];
const LANGUAGES = { english, dutch } as const;

describe.each(Object.entries(LANGUAGES))("reasons in %s (S9)", (_language, texts) => {
  it.each(codes)("%s has a sentence of its own", (code) => {
    expect(texts[code]).toMatch(/^\p{Lu}.{10,110}\.$/u);
  });

  it("has no sentence for a code that does not exist", () => {
    expect(Object.keys(texts).filter((key) => key !== "staff").sort()).toEqual([...codes].sort());
  });

  it("what must not be told apart reads the same (S10)", () => {
    for (const code of codes) if (championReason(code) !== code) expect(texts[code]).toBe(texts[championReason(code)]);
  });

  it("no threshold, blame or empty word for a champion (R40, S6)", () => {
    const told = Object.entries(texts).filter(([key]) => key !== "staff").map(([, text]) => text).join("\n");
    expect(told).not.toMatch(/\d|fraud|cheat|suspic|abuse|invalid|unfortunately|as soon as possible|fraude|misbruik|verdacht|helaas|zo snel mogelijk/i);
  });
});
