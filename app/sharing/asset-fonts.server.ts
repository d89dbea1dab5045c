import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

export interface AssetFont {
  family: string;
  weight: 400 | 600;
  file: string;
}

const require = createRequire(import.meta.url);

// Subsets under one family name give empty boxes, both in satori and in react-pdf: each has a name of its own.
const SUBSETS = [
  ["", "latin"],
  [" Ext", "latin-ext"],
  [" Greek", "greek"],
  [" Cyrillic", "cyrillic"],
] as const;

function file(font: string, subset: string, weight: number): string {
  return require.resolve(`@fontsource/${font}/files/${font}-${subset}-${weight}-normal.woff`);
}

/** Every font file of poster and card: static WOFF, because neither library reads a variable WOFF2. */
export const ASSET_FONTS: AssetFont[] = [
  ...SUBSETS.flatMap(([name, subset]) =>
    ([400, 600] as const).map((weight) => ({ family: `Inter${name}`, weight, file: file("inter", subset, weight) })),
  ),
  ...SUBSETS.slice(0, 2).map(([name, subset]) => ({
    family: `Fraunces${name}`,
    weight: 600 as const,
    file: file("fraunces", subset, 600),
  })),
];

/** Font families in the order in which a letter is looked for. */
export const SANS = SUBSETS.map(([name]) => `Inter${name}`);
export const SERIF = ["Fraunces", "Fraunces Ext", ...SANS.slice(1)];

/** Leaves out what no font here can draw (emoji, other scripts), so that no empty box is printed. */
export function drawable(text: string): string {
  return text
    .normalize("NFC")
    .replace(/[^\u0020-\u007e\u00a0-\u017f\u0218-\u021b\u0370-\u03ff\u0400-\u045f\u2010-\u2026\u20ac\u2122]/g, "")
    .replace(/\s+/g, " ")
    .trim();
}

let contents: (AssetFont & { data: Buffer })[] | undefined;

/** The fonts with their bytes, read once. */
export function assetFontData(): (AssetFont & { data: Buffer })[] {
  return (contents ??= ASSET_FONTS.map((font) => ({ ...font, data: readFileSync(font.file) })));
}
