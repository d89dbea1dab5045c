import type { causes as english } from "./causes.en";
import type { Translated } from "./shape";

export const causes: Translated<typeof english> = {
  title: "Doelen",
  lead: "Champions van een programma dat beloningen weggeeft kiezen hieruit.",
  offered: "Te kiezen",
  none: "Nog geen. Voeg er een toe voordat een programma zijn beloningen weggeeft.",
  name: "Naam van het doel",
  nameHint: "Zoals champions het lezen, in elke taal.",
  add: "Bied het aan",
  close: "Bied {name} niet meer aan",
  closeWord: "Niet meer aanbieden",
  exists: "Een doel met deze naam is al te kiezen.",
};
