import type { prizeShelf as english } from "./prize-shelf.en";
import type { Translated } from "./shape";

export const prizeShelf: Translated<typeof english> = {
  title: "Prijzen",
  lead: "Wat champions met hun punten kunnen kiezen, in programma's die met punten bedanken.",
  offered: "Te kiezen",
  none: "Nog geen prijs. Champions houden hun punten tot er een is.",
  costs: "{points, plural, one {één punt} other {# punten}}",
  unlimited: "zoveel als er gevraagd wordt",
  of: "{taken} van {stock} gekozen",
  withdraw: "Bied {name} niet meer aan",
  withdrawWord: "Haal weg",
  addTitle: "Nog een prijs",
  program: "Programma",
  nameEn: "Naam in het Engels",
  nameNl: "Naam in het Nederlands",
  cost: "Wat hij kost, in punten",
  costHint: "Wie minder heeft, kan hem niet kiezen.",
  stock: "Hoeveel er zijn",
  stockHint: "Leeg: zoveel als er gevraagd wordt.",
  add: "Bied hem aan",
};
