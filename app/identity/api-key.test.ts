import { describe, expect, it } from "vitest";
import { newId } from "~/platform/ids";
import { formatApiKey, isApiScope, readBearer } from "./api-key";

const id = newId("apk");
const secret = "aB3_-".repeat(9).slice(0, 43);
const key = formatApiKey("live", id, secret);

describe("the text of an API key (P1)", () => {
  it("has the published shape", () => {
    expect(key).toMatch(/^vouch_live_[0-9a-z]{26}_[A-Za-z0-9_-]{43}$/);
  });

  it("is read back from a header, whatever the case of the scheme", () => {
    expect(readBearer(`Bearer ${key}`)).toEqual({ id, key });
    expect(readBearer(`bearer ${key}`)).toEqual({ id, key });
  });

  it.each([
    ["nothing", null],
    ["no scheme", key],
    ["another scheme", `Basic ${key}`],
    ["a shorter secret", `Bearer ${key.slice(0, -1)}`],
    ["a longer secret", `Bearer ${key}x`],
    ["a line break", `Bearer ${key}\n`],
    ["another mode", `Bearer ${key.replace("live", "prod")}`],
    ["a dozen kilobytes", `Bearer ${"a".repeat(12_000)}`],
  ])("refuses %s", (_title, header) => {
    expect(readBearer(header)).toBeNull();
  });

  it("knows its scopes", () => {
    expect(isApiScope("track")).toBe(true);
    expect(isApiScope("admin")).toBe(false);
  });
});
