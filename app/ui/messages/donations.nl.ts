import type { donations as english } from "./donations.en";
import type { Translated } from "./shape";

export const donations: Translated<typeof english> = {
  title: "Donaties",
  lead: "Wat champions gaven, per doel bijeengebracht. Maak het over en noteer het hier met de kwitantie.",
  waiting: "Over te maken",
  amount: "{amount} bijeengebracht",
  receipt: "Kwitantie",
  receiptHint: "Het nummer ervan, of dat van de bank voor de overboeking.",
  pass: "Ik heb {amount} overgemaakt",
  empty: "Niets over te maken",
  emptyLead: "Wat champions geven verschijnt hier zodra het weg mag.",
  changed: "Er is intussen meer bijgekomen, of iemand heeft het overgemaakt. Zo staat het ervoor.",
  done: "Genoteerd en als een regel geboekt.",
  passedOn: "Pas overgemaakt",
  when: "Wanneer",
  cause: "Doel",
  sum: "Bedrag",
};
