import { checkAccent, normalisedColour } from "~/programs/accent";

/**
 * The rule that puts a company's accent over the default one, readable in both themes. Empty for anything that is no
 * colour, because the text goes into the page as it is.
 */
export function accentCss(accent: string | null): string {
  const colour = accent === null ? null : normalisedColour(accent);
  if (!colour) return "";
  const { dark, suggestion } = checkAccent(colour);
  const light = checkAccent(suggestion ?? colour).light;
  return (
    `:root{--brand-accent:light-dark(${light.colour},${dark.colour});` +
    `--brand-on-accent:light-dark(${light.onColour},${dark.onColour})}`
  );
}
