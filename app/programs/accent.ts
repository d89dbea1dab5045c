/** The grounds an accent must stand out on, per theme (the tokens `paper` and `surface`). */
const GROUNDS = { light: ["#fbf8f3", "#ffffff"], dark: ["#14130f", "#1d1b17"] } as const;
/** The ink on a button of that colour. */
const ON_ACCENT = { light: "#ffffff", dark: "#14130f" } as const;
const ENOUGH = 4.5;

export type Theme = keyof typeof GROUNDS;

export interface AccentInTheme {
  colour: string;
  onColour: string;
  /** The lowest contrast of the colour with that theme's grounds and with the ink upon it. */
  ratio: number;
}

export interface AccentCheck {
  passes: boolean;
  light: AccentInTheme;
  /** Made from the accent: the same hue, light enough for the dark theme. */
  dark: AccentInTheme;
  /** The nearest lightness of the same hue that passes; null when the accent itself does. */
  suggestion: string | null;
}

type Rgb = [number, number, number];

/** `#b8432b` for `#B8432B` or `b8432b`; null when it is not a colour of six hex digits. */
export function normalisedColour(typed: string): string | null {
  const match = /^#?([0-9a-f]{6})$/i.exec(typed.trim());
  return match?.[1] ? `#${match[1].toLowerCase()}` : null;
}

function rgbOf(hex: string): Rgb {
  const value = Number.parseInt(hex.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

function luminance(hex: string): number {
  const [r, g, b] = rgbOf(hex).map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as Rgb;
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Contrast of two colours (`#rrggbb`) after WCAG 2.2: 1 to 21. */
export function contrastOf(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

function hslOf(hex: string): [number, number, number] {
  const [r, g, b] = rgbOf(hex).map((channel) => channel / 255) as Rgb;
  const max = Math.max(r, g, b);
  const spread = max - Math.min(r, g, b);
  const lightness = max - spread / 2;
  if (spread === 0) return [0, 0, lightness];
  const turn = max === r ? ((g - b) / spread) % 6 : max === g ? (b - r) / spread + 2 : (r - g) / spread + 4;
  return [(turn * 60 + 360) % 360, spread / (1 - Math.abs(2 * lightness - 1)), lightness];
}

function hexOf(hue: number, saturation: number, lightness: number): string {
  const reach = saturation * Math.min(lightness, 1 - lightness);
  const channel = (n: number) => {
    const k = (n + hue / 30) % 12;
    const share = lightness - reach * Math.max(-1, Math.min(k - 3, 9 - k, 1));
    return Math.round(share * 255).toString(16).padStart(2, "0");
  };
  return `#${channel(0)}${channel(8)}${channel(4)}`;
}

function inTheme(theme: Theme, colour: string): AccentInTheme {
  const onColour = ON_ACCENT[theme];
  const ratio = Math.min(...[...GROUNDS[theme], onColour].map((ground) => contrastOf(colour, ground)));
  return { colour, onColour, ratio };
}

/** The colour itself, or the nearest lightness of its hue that passes in that theme. */
function nearestPassing(theme: Theme, colour: string): AccentInTheme {
  const given = inTheme(theme, colour);
  if (given.ratio >= ENOUGH) return given;
  const [hue, saturation, lightness] = hslOf(colour);
  const step = theme === "light" ? -0.005 : 0.005;
  for (let next = lightness + step; next > 0 && next < 1; next += step) {
    const tried = inTheme(theme, hexOf(hue, saturation, next));
    if (tried.ratio >= ENOUGH) return tried;
  }
  return inTheme(theme, theme === "light" ? "#000000" : "#ffffff");
}

/** Checks a company's accent (`#rrggbb`) in both themes: at least 4.5:1 on each ground and under its own ink. */
export function checkAccent(colour: string): AccentCheck {
  const light = inTheme("light", colour);
  const passes = light.ratio >= ENOUGH;
  return {
    passes,
    light,
    dark: nearestPassing("dark", colour),
    suggestion: passes ? null : nearestPassing("light", colour).colour,
  };
}
