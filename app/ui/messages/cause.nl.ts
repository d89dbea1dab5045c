import type { cause as english } from "./cause.en";
import type { Translated } from "./shape";

export const cause: Translated<typeof english> = {
  title: "Waar het heen gaat",
  lead: "Beloningen van dit programma gaan naar een doel dat jij kiest.",
  choose: "Jouw doel",
  none: "Er is nog geen doel om uit te kiezen. Wat je verdient bewaren we tot er een is.",
  save: "Geef hieraan",
  saved: "Dank je wel. Deze en latere beloningen gaan naar {name}.",
  gone: "Dit doel kun je niet meer kiezen. Kies een ander.",
  toPage: "Bekijk of wijzig waar het heen gaat",
};
