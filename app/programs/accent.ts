import { BoundedMap } from "~/platform/bounded-map";

/** The grounds an accent is read on (paper, surface, sunken), the dark ink upon it, and where it is moved to. */
const THEMES = {
  light: { grounds: ["#fbf8f3", "#ffffff", "#f3eee4"], darkInk: "#1d1b16", towards: "#000000" },
  dark: { grounds: ["#14130f", "#1d1b17", "#25221c"], darkInk: "#24100a", towards: "#ffffff" },
} as const;
/** What text needs to be read (WCAG 2.2, 1.4.3). */
const READABLE = 4.5;
const STEPS = 20;
/** The product's own accent has a sister for the dark theme that was chosen by eye. */
const CHOSEN = { light: "#b8432b", dark: "#f08a6e" };

export interface AccentInTheme {
  colour: string;
  /** The ink that reads best on it. */
  onColour: string;
  /** The lowest contrast of the colour with that theme's grounds and with its ink. */
  ratio: number;
}

export interface AccentCheck {
  /** Whether the colour can be used as it is. Light counts: for dark every accent gets a lighter sister. */
  passes: boolean;
  light: AccentInTheme;
  dark: AccentInTheme;
  /** The nearest darker shade that passes; null when the accent itself does. */
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

/** Contrast of two colours (`#rrggbb`) as WCAG 2.2 defines it: 1 to 21. */
export function contrastOf(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

function mix(from: string, to: string, share: number): string {
  const target = rgbOf(to);
  const channels = rgbOf(from).map((channel, i) =>
    Math.round(channel + ((target[i] ?? 0) - channel) * share),
  );
  return `#${channels.map((channel) => channel.toString(16).padStart(2, "0")).join("")}`;
}

function inTheme(theme: keyof typeof THEMES, colour: string): AccentInTheme {
  const { grounds, darkInk } = THEMES[theme];
  const onColour = contrastOf(colour, "#ffffff") >= contrastOf(colour, darkInk) ? "#ffffff" : darkInk;
  return {
    colour,
    onColour,
    ratio: Math.min(...[...grounds, onColour].map((ground) => contrastOf(colour, ground))),
  };
}

/** The colour itself, or the first shade on the way to black (light) or white (dark) that can be read. */
function readable(theme: keyof typeof THEMES, colour: string): AccentInTheme {
  let tried = inTheme(theme, colour);
  for (let step = 1; step <= STEPS && tried.ratio < READABLE; step++) {
    tried = inTheme(theme, mix(colour, THEMES[theme].towards, step / STEPS));
  }
  return tried;
}

/** Every mail and page asks for the same few. */
const checked = new BoundedMap<string, AccentCheck>(16);

/** Checks a company's accent (`#rrggbb`) on the grounds of both themes and under its own ink: at least 4.5:1. */
export function checkAccent(colour: string): AccentCheck {
  let check = checked.get(colour);
  if (!check) checked.set(colour, (check = judge(colour)));
  return check;
}

function judge(colour: string): AccentCheck {
  const light = inTheme("light", colour);
  const passes = light.ratio >= READABLE;
  const suggestion = passes ? null : readable("light", colour).colour;
  const dark = readable("dark", colour === CHOSEN.light ? CHOSEN.dark : colour);
  return { passes, light, dark, suggestion };
}
