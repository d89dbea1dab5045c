import { describe, expect, it } from "vitest";
import { newId } from "~/platform/ids";
import { formatPublishableKey, normalisedOrigin, readOrigins, readPublishableBearer } from "./publishable-key";

const id = newId("pub");
const key = formatPublishableKey(id);

describe("the text of a publishable key (P16)", () => {
  it("is its id and nothing that must be kept", () => {
    expect(key).toMatch(/^vouch_pub_[0-9a-z]{26}$/);
    expect(readPublishableBearer(`Bearer ${key}`)).toBe(id);
    expect(readPublishableBearer(`bearer ${key}`)).toBe(id);
  });

  it.each([
    ["nothing", null],
    ["no scheme", key],
    ["a longer key", `Bearer ${key}x`],
    ["a secret key", `Bearer vouch_live_${id.slice(4)}_${"a".repeat(43)}`],
    ["a line break", `Bearer ${key}\n`],
    ["a dozen kilobytes", `Bearer ${"a".repeat(12_000)}`],
  ])("is not found in %s", (_title, header) => {
    expect(readPublishableBearer(header)).toBeNull();
  });
});

describe("an origin somebody types", () => {
  it.each([
    ["https://shop.example", "https://shop.example"],
    ["https://Shop.Example/", "https://shop.example"],
    ["https://shop.example:443", "https://shop.example"],
    ["https://shop.example:8443", "https://shop.example:8443"],
    ["https://münchen.example", "https://xn--mnchen-3ya.example"],
    ["http://localhost:3003", "http://localhost:3003"],
    ["http://shop.vouch.localhost:3003", "http://shop.vouch.localhost:3003"],
    ["http://127.0.0.1:8080/", "http://127.0.0.1:8080"],
  ])("%s is %s", (typed, origin) => {
    expect(normalisedOrigin(typed)).toBe(origin);
  });

  it.each([
    "", "shop.example", "*", "null", "https://*.shop.example", "http://shop.example", "https://shop.example/path",
    "https://shop.example?x", "https://shop.example#x", "https://me@shop.example", "https://shop", "https://",
    "javascript:alert(1)", "file:///etc", "https://shop.example\\@evil.example", "https://shop%2eexample",
    "http://localhost.evil.example",
  ])("%j is none", (typed) => {
    expect(normalisedOrigin(typed)).toBeNull();
  });

  it("comes in lists, each once", () => {
    const typed = "https://a.example,\n https://b.example\nhttps://A.example/";
    expect(readOrigins(typed)).toEqual({ origins: ["https://a.example", "https://b.example"] });
    expect(readOrigins("https://a.example http://b.example")).toEqual({ refused: "http://b.example" });
    expect(readOrigins(" \n")).toEqual({ origins: [] });
  });
});
