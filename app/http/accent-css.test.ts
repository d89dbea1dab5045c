import { describe, expect, it } from "vitest";
import { accentCss } from "./accent-css.server";

describe("accentCss", () => {
  it("keeps a readable accent and lightens it for the dark theme", () => {
    expect(accentCss("#B8432B")).toMatch(/^:root\{--brand-accent:light-dark\(#b8432b,#[0-9a-f]{6}\);/);
  });

  it("darkens one that is too pale to read", () => {
    expect(accentCss("#ffd400")).not.toContain("light-dark(#ffd400");
  });

  it.each([null, "", "red", "#fff</style><script>"])("writes nothing for %s", (accent) => {
    expect(accentCss(accent)).toBe("");
  });
});
