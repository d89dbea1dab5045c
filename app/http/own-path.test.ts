import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ownPath } from "./own-path";

describe("ownPath", () => {
  it.each([
    ["/", "/"],
    ["/portal/coffee?tab=2#now", "/portal/coffee?tab=2#now"],
    ["/portal/../desk", "/desk"],
    ["/p/caf%C3%A9", "/p/caf%C3%A9"],
  ])("keeps a path of our own: %s", (given, expected) => {
    expect(ownPath(given)).toBe(expected);
  });

  it.each([
    "//evil.test",
    "///evil.test",
    "/\\evil.test",
    "\\\\evil.test",
    "/\t/evil.test",
    "/\n/evil.test",
    "/.//evil.test",
    "/..//evil.test",
    "https://evil.test",
    "javascript:alert(1)",
    "evil.test",
    "",
    "/a\u0000b",
    `/${"a".repeat(3000)}`,
    undefined,
    null,
    7,
    ["/"],
  ])("falls back for %s", (given) => {
    expect(ownPath(given, "/home")).toBe("/home");
  });

  it("never leaves the origin, whatever is given", () => {
    const pieces = fc.constantFrom(
      "/",
      "\\",
      ".",
      "..",
      "@",
      ":",
      "?",
      "#",
      "evil.test",
      "\t",
      "\n",
      " ",
      "%2f",
      "a",
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 8 }), (parts) => {
        const url = new URL(ownPath(`/${parts.join("")}`), "https://vouch.test");
        expect(url.origin).toBe("https://vouch.test");
      }),
    );
  });
});
