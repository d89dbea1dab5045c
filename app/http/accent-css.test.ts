import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { accentCss, OWN_ACCENT } from "./accent-css.server";

describe("accentCss", () => {
  it("keeps a readable accent and lightens it for the dark theme", () => {
    expect(accentCss("#8A2BE2")).toMatch(/^:root\{--brand-accent:light-dark\(#8a2be2,#[0-9a-f]{6}\);/);
  });

  it("darkens one that is too pale to read", () => {
    const css = accentCss("#ffd400");
    expect(css).toContain("--brand-accent:light-dark(#");
    expect(css).not.toContain("light-dark(#ffd400");
  });

  it("leaves the product's own accent to the style sheet", () => {
    expect(accentCss(OWN_ACCENT.toUpperCase())).toBe("");
    const styles = readFileSync(new URL("../ui/tokens.css", import.meta.url), "utf8");
    expect(styles).toContain(`--accent: var(--brand-accent, light-dark(${OWN_ACCENT}, `);
  });

  it.each(["", "red", "#fff</style><script>"])("writes nothing for %s", (accent) => {
    expect(accentCss(accent)).toBe("");
  });
});
