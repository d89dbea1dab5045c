import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SHARE_CHANNELS } from "./share-channel";
import { composeShareText, shareTarget } from "./share-text";

const parts = {
  words: "I like their books & tea.\nYou might too.",
  disclosure: "Advertisement: I get € 10,00 when you order.",
  url: "https://champions.test/r/ANNA?via=x",
  subject: "A tip: Boekhuis",
};

describe("composeShareText (L4)", () => {
  it("ends with the disclosure, whatever the words are", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 2000 }), (words) => {
        const text = composeShareText({ ...parts, words });
        expect(text.endsWith(`${parts.url}\n\n${parts.disclosure}`)).toBe(true);
        expect(text.length).toBeLessThan(700);
      }),
    );
  });

  it.each(["", "  ", "\n"])("makes no text without one (%j)", (disclosure) => {
    expect(() => composeShareText({ ...parts, disclosure })).toThrow(RangeError);
  });

  it("leaves no gap when there are no words", () => {
    expect(composeShareText({ ...parts, words: " " })).toBe(`${parts.url}\n\n${parts.disclosure}`);
  });
});

describe("shareTarget", () => {
  const textOf = (target: string) => {
    const query = new URLSearchParams(target.slice(target.indexOf("?") + 1));
    return (query.get("text") ?? query.get("body") ?? "").replaceAll("\r\n", "\n");
  };

  it.each(["whatsapp", "mail", "sms", "linkedin", "x"] as const)("carries words, link and disclosure to %s", (channel) => {
    expect(textOf(shareTarget(channel, parts)!)).toBe(composeShareText(parts));
  });

  it("names nobody as the recipient (L1)", () => {
    expect(shareTarget("mail", parts)).toMatch(/^mailto:\?subject=A%20tip/);
    expect(shareTarget("sms", parts)).toMatch(/^sms:\?&body=/);
    expect(shareTarget("whatsapp", parts)).toMatch(/^https:\/\/wa\.me\/\?/);
  });

  it("gives Facebook the link alone", () => {
    expect(shareTarget("facebook", parts)).toBe(
      "https://www.facebook.com/sharer/sharer.php?u=https%3A%2F%2Fchampions.test%2Fr%2FANNA%3Fvia%3Dx",
    );
  });

  it("leads to these hosts and no other, whatever the words are", () => {
    const hosts = ["wa.me", "www.linkedin.com", "x.com", "www.facebook.com", ""];
    fc.assert(
      fc.property(fc.constantFrom(...SHARE_CHANNELS), fc.string({ unit: "binary-ascii" }), (channel, words) => {
        const target = shareTarget(channel, { ...parts, words, subject: words });
        if (target) expect(hosts).toContain(new URL(target).host);
      }),
    );
  });
});
