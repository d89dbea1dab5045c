import { describe, expect, it } from "vitest";
import { localeOf, preferredLocale } from "./locale.server";

const asking = (headers: Record<string, string>) => ({ headers: new Headers(headers) });

describe("localeOf", () => {
  it.each([
    ["nl", "nl"],
    ["nl-BE,nl;q=0.9,en;q=0.8", "nl"],
    ["de-DE,de;q=0.9,nl;q=0.4,en;q=0.3", "nl"],
    ["en;q=0.5, nl;q=0.7", "nl"],
    ["nl;q=0, en", "en"],
    ["fr", "en"],
    ["nlx, *", "en"],
    ["", "en"],
    [";;;q=,nl;q=abc", "en"],
  ])("reads Accept-Language %s as %s", (header, expected) => {
    expect(preferredLocale(header)).toBe(expected);
  });

  it("believes an earlier choice over the browser", () => {
    expect(localeOf(asking({ Cookie: "a=b; __Host-lang=nl", "Accept-Language": "en" }))).toBe("nl");
  });

  it("ignores a cookie that is no language or lacks the prefix", () => {
    expect(localeOf(asking({ Cookie: "__Host-lang=xx", "Accept-Language": "nl" }))).toBe("nl");
    expect(localeOf(asking({ Cookie: "lang=nl", "Accept-Language": "en" }))).toBe("en");
  });
});
