import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { contrastOf } from "~/programs/accent";

const css = readFileSync(new URL("./tokens.css", import.meta.url), "utf8");

/** Reads `--name: light-dark(#a, #b)`, also behind the name a company's accent may set. */
function token(name: string): { light: string; dark: string } {
  const pattern = new RegExp(
    `--${name}: (?:var\\(--brand-[a-z-]+, )?light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)`,
  );
  const match = pattern.exec(css);
  if (!match?.[1] || !match[2]) throw new Error(`no token ${name}`);
  return { light: match[1], dark: match[2] };
}

const TEXT = 4.5;
const SHAPE = 3;

/** Every pair that meets on a page. */
const pairs: [front: string, back: string, atLeast: number][] = [
  ...["paper", "surface", "sunken"].flatMap((ground): [string, string, number][] => [
    ["ink", ground, TEXT],
    ["muted", ground, TEXT],
    ["accent", ground, TEXT],
    ["edge", ground, SHAPE],
    ["calm", ground, TEXT],
    ["gold", ground, TEXT],
    ["lost", ground, TEXT],
  ]),
  ["on-accent", "accent", TEXT],
  ["paper", "ink", TEXT],
  ["surface", "calm", SHAPE],
  ["calm", "calm-ground", TEXT],
  ["gold", "gold-ground", TEXT],
  ["lost", "lost-ground", TEXT],
  ["ink", "gold-ground", TEXT],
  ["ink", "calm-ground", TEXT],
  ["ink", "lost-ground", TEXT],
  ["accent", "calm-ground", SHAPE],
];

describe("colours", () => {
  it.each(pairs)("%s on %s keeps %d:1 in both themes", (front, back, atLeast) => {
    expect(contrastOf(token(front).light, token(back).light)).toBeGreaterThanOrEqual(atLeast);
    expect(contrastOf(token(front).dark, token(back).dark)).toBeGreaterThanOrEqual(atLeast);
  });

  it.each(["blue", "vermilion", "green"])("the chart colour %s stands out on both grounds", (name) => {
    const colour = new RegExp(`--color-chart-${name}: (#[0-9a-f]{6})`).exec(css)?.[1] ?? "";
    const { light, dark } = token("surface");
    expect(contrastOf(colour, light)).toBeGreaterThanOrEqual(SHAPE);
    expect(contrastOf(colour, dark)).toBeGreaterThanOrEqual(SHAPE);
  });
});
