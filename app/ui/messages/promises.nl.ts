import type { promises as en } from "./promises.en";
import type { Translated } from "./shape";

/** The desk's promises: what ends next, and how many were kept. */
export const promises: Translated<typeof en> = {
  title: "Beloften",
  lead: "Elke champion die op een mens wacht, kreeg een uur te horen. Hier staat welk uur het eerst komt, en hoeveel we er hielden.",
  soon: "binnen een dag",
  next: "Wat het eerst komt",
  nothing: "Niemand wacht op een uur binnen twee dagen",
  kind: { reward: "Beloning", appeal: "Bezwaar", question: "Vraag", application: "Aanmelding" },
  kept: "Gehouden",
  keptBy: "Van alle soorten",
  share: "{share} ({kept, number} van {promised, number})",
  none: "niets beloofd",
  definition: "Een belofte telt in de maand van het uur dat het eerst is beloofd. Ze is gehouden als een mens voor dat uur besloot of antwoordde; ze is gebroken als dat later kwam of er nog niet is, ook als de champion op tijd een nieuw uur te horen kreeg.",
  rows: "{kind}: beloften van {month}",
  ended: "Beantwoord",
  open: "wacht nog",
  state: { kept: "Gehouden", broken: "Gebroken" },
  warning: "{count, plural, one {Eén belofte loopt af} other {# beloften lopen af}} binnen een dag; een uur ervoor hoort de champion dat het langer duurt.",
  look: "Bekijk welke",
};
