import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readVisit } from "./visit.server";

const IPHONE =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1";

function visit(headers: Record<string, string>, method = "GET", behindProxy = false, via: string | null = null, sub: string | null = null) {
  return readVisit({ method, header: (name) => headers[name], via, sub, behindProxy, ownHost: "champions.test" });
}

describe("what counts as a click (R18)", () => {
  it("counts a person in a browser", () => {
    expect(visit({ "user-agent": IPHONE }).uncountedBecause).toBeNull();
  });

  it.each([
    ["WhatsApp's preview", "WhatsApp/2.24.20.89 A"],
    ["Facebook's preview", "facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)"],
    ["LinkedIn's preview", "LinkedInBot/1.0 (compatible; Mozilla/5.0; Apache-HttpClient +http://www.linkedin.com)"],
    ["X's preview", "Twitterbot/1.0"],
    ["Telegram's preview", "TelegramBot (like TwitterBot)"],
    ["Slack's preview", "Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)"],
    ["Discord's preview", "Mozilla/5.0 (compatible; Discordbot/2.0; +https://discordapp.com)"],
    ["Skype and Teams", "Mozilla/5.0 (Windows NT 6.1; WOW64) SkypeUriPreview Preview/0.5 skype-url-preview@microsoft.com"],
    ["Google", "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)"],
    ["curl", "curl/8.5.0"],
    ["a browser on strings", "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 HeadlessChrome/131.0.0.0 Safari/537.36"],
    ["nobody", ""],
  ])("does not count %s", (_who, agent) => {
    expect(visit({ "user-agent": agent }).uncountedBecause).toBe("bot");
  });

  it.each([
    ["purpose", "prefetch"],
    ["sec-purpose", "prefetch;prerender"],
    ["x-purpose", "preview"],
    ["x-moz", "prefetch"],
  ])("does not count a page fetched ahead (%s: %s)", (name, value) => {
    expect(visit({ "user-agent": IPHONE, [name]: value }).uncountedBecause).toBe("prefetch");
  });

  it("does not count HEAD", () => expect(visit({ "user-agent": IPHONE }, "HEAD").uncountedBecause).toBe("head"));
});

describe("the coarse facts of a visit", () => {
  it("keeps device, language, foreign referrer and channel", () => {
    const headers = { "user-agent": IPHONE, "accept-language": "nl-NL,nl;q=0.9", referer: "https://www.linkedin.com/feed/?x=1" };
    expect(visit(headers, "GET", false, "whatsapp")).toEqual({
      uncountedBecause: null,
      device: "phone",
      language: "nl",
      country: "unknown",
      referrerHost: "www.linkedin.com",
      channel: "whatsapp",
      tag: null,
    });
  });

  it.each([
    ["newsletter-12", "newsletter-12"], ["A_b", "A_b"], ["a".repeat(40), "a".repeat(40)],
    ["a".repeat(41), null], ["", null], ["two words", null], ["café", null], ["a\0", null], ["<b>", null],
  ])("takes the sub-tag %s for %s (A5)", (sub, tag) => {
    expect(visit({ "user-agent": IPHONE }, "GET", false, null, sub).tag).toBe(tag);
  });

  it("believes a country only from a proxy we trust", () => {
    expect(visit({ "user-agent": IPHONE, "cf-ipcountry": "NL" }).country).toBe("unknown");
    expect(visit({ "user-agent": IPHONE, "cf-ipcountry": "NL" }, "GET", true).country).toBe("NL");
  });

  it("takes neither its own pages nor invented addresses for a referrer", () => {
    for (const referer of ["https://champions.test/p/x", "javascript:alert(1)", "not a url", "file:///etc/passwd"]) {
      expect(visit({ "user-agent": IPHONE, referer }).referrerHost, referer).toBeNull();
    }
  });

  it("answers any bytes with short, known values", () => {
    const text = fc.string({ unit: "binary", maxLength: 400 });
    fc.assert(
      fc.property(text, text, text, text, (agent, language, referer, via) => {
        const seen = visit({ "user-agent": agent, "accept-language": language, referer, "cf-ipcountry": via }, "GET", true, via);
        expect(seen.language).toMatch(/^([a-z]{2,3}|unknown)$/);
        expect(seen.country).toMatch(/^([A-Z]{2}|unknown)$/);
      }),
    );
  });
});
