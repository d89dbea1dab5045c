/** The pages that share one download of words. */
export type WordArea = "settings" | "desk" | "elsewhere";

/** Which words the page at a path speaks with. */
export function wordArea(path: string): WordArea {
  if (/^\/desk\/settings(\/|$)/.test(path)) return "settings";
  return /^\/(desk|marketing)(\/|$)/.test(path) ? "desk" : "elsewhere";
}
