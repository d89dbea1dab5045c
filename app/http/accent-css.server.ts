import { checkAccent, normalisedColour } from "~/programs/accent";

/** The accent of `ui/tokens.css`, which has a twin for the dark theme picked by eye. */
export const OWN_ACCENT = "#b8432b";

/**
 * The rule that puts a company's accent over the product's own, readable in both themes. Empty for anything that is no
 * colour, because the text goes into the page as it is.
 */
export function accentCss(accent: string): string {
  const colour = normalisedColour(accent);
  if (!colour || colour === OWN_ACCENT) return "";
  const { dark, suggestion } = checkAccent(colour);
  const light = checkAccent(suggestion ?? colour).light;
  return (
    `:root{--brand-accent:light-dark(${light.colour},${dark.colour});` +
    `--brand-on-accent:light-dark(${light.onColour},${dark.onColour})}`
  );
}
