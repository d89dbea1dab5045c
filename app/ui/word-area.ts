/** The pages that share one download of words. */
export type WordArea = "wiring" | "settings" | "figures" | "people" | "desk" | "elsewhere";

/** What is most particular comes first. */
const AREAS: [RegExp, WordArea][] = [
  [/^\/desk\/settings\/(integration|keys|staff|webhooks)(\/|$)/, "wiring"],
  [/^\/desk\/settings(\/|$)/, "settings"],
  [/^\/(desk\/book|marketing)(\/|$)/, "figures"],
  [/^\/desk\/(applications|donations|gifts|invitations|mail|people|prizes|questions|security|sign-in)(\/|$)/, "people"],
  [/^\/desk(\/|$)/, "desk"],
];

/** Which words the page at a path speaks with. */
export function wordArea(path: string): WordArea {
  return AREAS.find(([pattern]) => pattern.test(path))?.[1] ?? "elsewhere";
}
